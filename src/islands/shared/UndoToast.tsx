/** What was done last, in words, and how to take it back; without `takeBack` it cannot be. */
export interface UndoableAction {
  readonly words: string;
  readonly takeBack?: (() => void) | undefined;
}

interface Props {
  action: UndoableAction;
  /** Called after the action was taken back. */
  onUndone: () => void;
}

/** Says what was done last, and offers to take it back. */
export function UndoToast({ action: { words, takeBack }, onUndone }: Props) {
  const undo = () => {
    takeBack?.();
    onUndone();
  };
  return (
    <p class="toast">
      {words}
      {takeBack && (
        <button type="button" class="button" onClick={undo}>
          撤销
        </button>
      )}
    </p>
  );
}
