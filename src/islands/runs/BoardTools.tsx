export type BoardSort = 'changed' | 'due';

interface Props {
  workflows: readonly { reference: string; title: string }[];
  /** Reference of the workflow whose runs are shown; empty: all. */
  workflow: string;
  onWorkflow: (reference: string) => void;
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
}

/** Sorts the board and picks a workflow. */
export function BoardTools({ workflows, workflow, onWorkflow, sort, onSort }: Props) {
  return (
    <div class="board-tools">
      <label class="field field--inline">
        <span class="field__label">流程</span>
        <select value={workflow} onChange={(event) => onWorkflow(event.currentTarget.value)}>
          <option value="">全部流程</option>
          {workflows.map(({ reference, title }) => (
            <option key={reference} value={reference}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="field field--inline">
        <span class="field__label">排序</span>
        <select value={sort} onChange={(event) => onSort(event.currentTarget.value as BoardSort)}>
          <option value="changed">按最近改动</option>
          <option value="due">按截止日期</option>
        </select>
      </label>
    </div>
  );
}
