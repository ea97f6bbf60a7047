import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  /** What is to be chosen: the field's name. */
  label: string;
  /** Id of the element that says what is wrong. */
  problemId: string;
  /** True when several may be taken at once. */
  isMultiple?: boolean;
  /** @param files what was chosen, in order; none when the choice was taken back */
  onFiles: (files: readonly File[]) => void;
}

/**
 * Takes files: chosen by a button, by keyboard too, or dropped onto it. Of any name: some pickers hide a
 * file whose ending they do not know.
 */
export function FilePicker({ label, problemId, isMultiple = false, onFiles }: Props) {
  const [name, setName] = useState('');
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])].slice(0, isMultiple ? undefined : 1);
    setName(files.map((file) => file.name).join('、'));
    onFiles(files);
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
        take(event.dataTransfer?.files);
      }}
    >
      <label class="file-picker__field">
        <input
          type="file"
          multiple={isMultiple}
          class="file-picker__input"
          aria-describedby={problemId}
          onChange={(event) => take(event.currentTarget.files)}
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
