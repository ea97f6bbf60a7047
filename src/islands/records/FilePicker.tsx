import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  /** What is to be chosen: the field's name. */
  label: string;
  /** Id of the element that says what is wrong. */
  problemId: string;
  onFile: (file: File | undefined) => void;
}

/**
 * Takes a file: chosen by a button, by keyboard too, or dropped onto it. Of any name: some pickers hide a
 * file whose ending they do not know.
 */
export function FilePicker({ label, problemId, onFile }: Props) {
  const [name, setName] = useState('');
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    setName(file?.name ?? '');
    onFile(file);
  };
  const carriesFile = (event: JSX.TargetedDragEvent<HTMLElement>) =>
    event.dataTransfer?.types.includes('Files') ?? false;
  return (
    <div
      class="file-picker"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        // Otherwise the browser would open the file in place of the page.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="file-picker__field">
        <input
          type="file"
          class="file-picker__input"
          aria-describedby={problemId}
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
        <span class="button">{label}</span>
      </label>
      {name ? (
        <span class="file-picker__name">{name}</span>
      ) : (
        <span class="file-picker__hint">或者把文件拖到这里</span>
      )}
    </div>
  );
}
