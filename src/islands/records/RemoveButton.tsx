/** Deletes one thing that is stored. */
export function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button button--danger"
      aria-label={`删除${what}`}
      onClick={onClick}
    >
      删除
    </button>
  );
}
