interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Id of the element that says what is wrong. */
  problemId: string;
  invalid?: boolean;
  /** What the browser may fill in; nothing for the passphrase of a file that is there. */
  autocomplete: 'new-password' | 'off';
}

/** The field of the passphrase that locks an exported file. */
export function PassphraseField({
  label,
  value,
  onInput,
  problemId,
  invalid,
  autocomplete,
}: Props) {
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      <input
        type="password"
        value={value}
        autocomplete={autocomplete}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={problemId}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
