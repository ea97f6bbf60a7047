import { formatIsoDay, formatStamp, isoDay } from '../../model/format-day.ts';
import { countRun, countWords } from '../../progress/runs/count.ts';
import { BOX_SIGN, runRecord, type RecordedStep } from '../../progress/runs/run-record.ts';
import { useRun } from './run-context.ts';
import { SealSquare } from './SealSquare.tsx';

/** The run as a sheet of paper: shown in print only. */
export function RunSheet() {
  const { run, template, walk, signings } = useRun();
  const { phases, earlier } = runRecord(run, template, walk, signings);
  return (
    <div class="run-sheet" aria-hidden="true">
      <p class="run-sheet__title">
        {run.code} {template.title}
      </p>
      <p class="run-sheet__facts">
        {formatIsoDay(run.startedOn)}开始
        {run.dueOn && `；${formatIsoDay(run.dueOn)}截止`}
        {run.edition !== undefined && `；按手册第 ${run.edition} 版`}；{countWords(countRun(walk))}
        {walk.round > 1 && `；第 ${walk.round} 轮`}
        {run.finishReason && `；提前结束：${run.finishReason}`}
      </p>
      {phases.map(({ title, steps }, index) => (
        <section key={title}>
          <p class="run-sheet__phase">
            {index + 1}. {title}
          </p>
          <table>
            <tbody>
              {steps.map((step) => (
                <Row key={step.id} step={step} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {earlier.length > 0 && (
        <section>
          <p class="run-sheet__phase">以前各轮</p>
          <table>
            <tbody>
              {earlier.map((step) => (
                <Row key={`${step.round}:${step.id}`} step={step} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function Row({ step }: { step: RecordedStep }) {
  const words = [
    step.roundWords ?? '',
    step.words ?? '',
    ...step.signedBefore.map((before) => `以前签的：${before.words}，${formatStamp(before.at)}`),
  ].filter(Boolean);
  return (
    <tr>
      <td class="run-sheet__box">{BOX_SIGN[step.box]}</td>
      <td class="run-sheet__number">{step.number}</td>
      <td>
        {step.title}
        {words.length > 0 && <span class="run-sheet__words">（{words.join('；')}）</span>}
        {step.note && <span class="run-sheet__note">备注：{step.note}</span>}
        {step.signers.length > 0 && (
          <span class="run-sheet__signature">
            {step.signers.map((role) => (
              <Signer key={role} role={role} step={step} />
            ))}
          </span>
        )}
      </td>
      <td class="run-sheet__by">
        {step.by}
        {step.owner && <span class="run-sheet__owner">谁做：{step.owner}</span>}
      </td>
      <td class="run-sheet__when">
        {step.at === undefined ? '' : formatStamp(step.at)}
        {step.dueOn && <span class="run-sheet__due">定在 {step.dueOn} 前</span>}
      </td>
    </tr>
  );
}

/** A square to be stamped, for each who signs: with what was stated here, or lines to be filled in. */
function Signer({ role, step }: { role: string; step: RecordedStep }) {
  const name = step.signed.find((each) => each.role === role)?.name;
  const day = name !== undefined && step.at !== undefined ? isoDay(new Date(step.at)) : undefined;
  return (
    <span class="run-sheet__signer">
      <SealSquare role={role} day={day} />
      <span>
        {role}
        <br />
        {name === undefined ? '签字：＿＿＿＿＿＿' : `${name}，自行声明`}
        <br />
        {day === undefined ? '日期：＿＿＿＿＿＿' : '签字：＿＿＿＿＿＿'}
      </span>
    </span>
  );
}
