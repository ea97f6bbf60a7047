interface Props<Value extends string> {
  /** What is chosen: 显示. */
  label: string;
  /** Name of the radio buttons, once on a page. */
  name: string;
  /** The values, each with its words. */
  options: readonly (readonly [Value, string])[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A choice of one among few, side by side. */
export function Segmented<Value extends string>({
  label,
  name,
  options,
  value: chosen,
  onChange,
}: Props<Value>) {
  return (
    <div class="segmented" role="radiogroup" aria-label={label}>
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChange(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  );
}
