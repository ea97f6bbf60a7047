import { personName, type TableRun } from '../../progress/training/table.ts';
import { ageWords } from './team-words.ts';

interface Props {
  runs: readonly TableRun[];
  now: Date;
}

/** Person × runs, late ones first. */
export function RunsTable({ runs, now }: Props) {
  if (runs.length === 0) return null;
  const late = runs.filter(({ isLate }) => isLate).length;
  return (
    <section aria-labelledby="team-runs">
      <h2 id="team-runs">进行中的执行</h2>
      <p class="quiet">
        {runs.length} 次，{late > 0 ? `晚了 ${late} 次，排在前面；` : '没有晚的；'}
        只有勾了“带上执行”的回执才有。
      </p>
      <div class="table-scroll" role="group" aria-label="人和执行" tabIndex={0}>
        <table class="team-runs">
          <thead>
            <tr>
              <th scope="col">谁</th>
              <th scope="col">项目</th>
              <th scope="col">走到哪一步</th>
              <th scope="col">截止</th>
              <th scope="col">回执</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ person, code, workflow, step, due, isLate, at }, index) => (
              <tr key={index} data-late={isLate ? '' : undefined}>
                <th scope="row">{personName(person)}</th>
                <td>
                  {code} {workflow}
                </td>
                <td>{step}</td>
                <td>
                  {isLate && <strong>晚了 </strong>}
                  {due}
                </td>
                <td>{ageWords(at, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
