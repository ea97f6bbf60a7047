import type { Ref } from 'preact';
import { MAX_LABEL } from '../../progress/training/event.ts';

interface Props {
  label: string;
  value: string;
  onType: (typed: string) => void;
  /** Ids of what tells more of it, with spaces between. */
  describedBy?: string | undefined;
  isRequired?: boolean;
  isWrong?: boolean;
  field?: Ref<HTMLInputElement>;
}

/** Where somebody types a name, as long as events and receipts take one. */
export function NameField({
  label,
  value,
  onType,
  describedBy,
  isRequired = false,
  isWrong = false,
  field,
}: Props) {
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      <input
        type="text"
        value={value}
        maxLength={MAX_LABEL}
        autocomplete="off"
        aria-required={isRequired ? 'true' : undefined}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={describedBy}
        ref={field ?? null}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
  );
}
