import type { DueItem } from '../../progress/training/agenda.ts';
import { personName, type TableRow, type TeamTable } from '../../progress/training/table.ts';
import { ageWords, MARKS, markOf, NEED_SHORT, type Mark } from './team-words.ts';
import type { TeamView } from './use-team.ts';

interface Props {
  table: TeamTable;
  view: TeamView;
  /** Key of the person that is looked at. */
  selected: string | undefined;
  onSelect: (key: string) => void;
}

/** Person × item. */
export function ItemsTable({ table: { columns, rows }, view, selected, onSelect }: Props) {
  const { titleOf, now } = view;
  return (
    <>
      <ul class="team-legend" aria-label="格子里的字">
        {Object.entries(MARKS).map(([mark, [word, meaning]]) => (
          <li key={mark}>
            <span class="team-mark" data-mark={mark}>
              {word}
            </span>
            {meaning}
          </li>
        ))}
      </ul>
      <div class="table-scroll team-scroll" role="group" aria-label="人和项目" tabIndex={0}>
        <table class="team-table">
          <thead>
            <tr>
              <th scope="col" class="team-table__corner">
                {rows.length} 人，{columns.length} 项
              </th>
              {columns.map(({ key, ref, need }) => (
                <th key={key} scope="col">
                  <span class="team-table__item">
                    <span class="team-table__title">{titleOf(ref)}</span>
                    <span class="team-table__need">{NEED_SHORT[need]}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.person.key}
                row={row}
                columns={columns}
                age={ageWords(row.person.at, now)}
                isSelected={row.person.key === selected}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  row: TableRow;
  columns: TeamTable['columns'];
  age: string;
  isSelected: boolean;
  onSelect: (key: string) => void;
}

function Row({ row: { person, cells, count }, columns, age, isSelected, onSelect }: RowProps) {
  return (
    <tr data-selected={isSelected ? '' : undefined}>
      <th scope="row">
        <button
          type="button"
          class="team-table__who"
          aria-expanded={isSelected}
          onClick={() => onSelect(person.key)}
        >
          {personName(person)}
        </button>
        <span class="team-table__count">
          {count.total === 0 ? '没有在跟的计划' : `${count.done}/${count.total}`}{' '}
          <span>回执 {age}</span>
        </span>
      </th>
      {columns.map(({ key }) => cellOf(key, cells.get(key)))}
    </tr>
  );
}

/** Two and a half thousand of them: no component of their own. */
function cellOf(key: string, item: DueItem | undefined) {
  if (!item) return <td key={key} />;
  const mark: Mark = markOf(item);
  return (
    <td key={key} data-mark={mark}>
      {MARKS[mark][0]}
    </td>
  );
}
