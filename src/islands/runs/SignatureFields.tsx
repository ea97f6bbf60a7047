import { useId } from 'preact/hooks';
import type { Signature } from '../../progress/runs/event.ts';

interface Props {
  /** Names of those who may sign. */
  roles: readonly string[];
  signed: readonly Signature[];
  onChange: (signed: Signature[]) => void;
  invalid: boolean;
  /** Id of the element that says what is wrong. */
  problemId: string;
}

/** Who signed, typed by the one who ticks: a statement of their own, not an approval. */
export function SignatureFields({ roles, signed, onChange, invalid, problemId }: Props) {
  const help = useId();
  const nameOf = (role: string) => signed.find((each) => each.role === role)?.name ?? '';
  const write = (role: string, name: string) =>
    onChange(
      roles.flatMap((each) => {
        const text = each === role ? name : nameOf(each);
        return text === '' ? [] : [{ role: each, name: text }];
      }),
    );
  return (
    <div class="signatures">
      {roles.map((role) => (
        <label key={role} class="field field--small">
          <span class="field__label">{role}签字人</span>
          <input
            type="text"
            value={nameOf(role)}
            maxLength={30}
            autocomplete="off"
            aria-invalid={invalid ? 'true' : undefined}
            aria-describedby={`${help} ${problemId}`}
            onInput={(event) => write(role, event.currentTarget.value)}
          />
        </label>
      ))}
      <p id={help} class="field__help">
        <strong>自行声明</strong>：由勾选的人填写，不等于审批，不能代替原件上的签字。
      </p>
    </div>
  );
}
