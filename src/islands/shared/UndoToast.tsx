/** What was done last, in words, and how to take it back; without `takeBack` it cannot be. */
export interface UndoableAction {
  readonly words: string;
  readonly takeBack?: (() => void) | undefined;
}

interface Props {
  action: UndoableAction;
  /** Called after the action was taken back. */
  onUndone: () => void;
  /** Called when the reader wants it out of sight; absent: it cannot be put away. */
  onDismissed?: () => void;
}

/** Says what was done last, and offers to take it back. */
export function UndoToast({ action: { words, takeBack }, onUndone, onDismissed }: Props) {
  const undo = () => {
    takeBack?.();
    onUndone();
  };
  return (
    <p class={onDismissed ? 'toast toast--stays' : 'toast'}>
      {words}
      {takeBack && (
        <button type="button" class="button" onClick={undo}>
          撤销
        </button>
      )}
      {onDismissed && (
        <button
          type="button"
          class="button button--quiet"
          aria-label={`知道了：${words}`}
          onClick={onDismissed}
        >
          知道了
        </button>
      )}
    </p>
  );
}
