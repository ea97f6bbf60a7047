import { useEffect, useState } from 'preact/hooks';
import { CopyField } from '../shared/CopyField.tsx';
import { loadPopStyles } from '../shared/pop.ts';

interface Props {
  /** What the field is called. */
  label: string;
  text: string;
  rows?: number;
}

/** A text to be copied by its button, or by hand out of its box. */
export function CopyText({ label, text, rows = 3 }: Props) {
  const [words, setWords] = useState('');
  useEffect(() => void loadPopStyles(), []);
  useEffect(() => setWords(''), [text]);
  return (
    <div class="team-copy">
      <CopyField
        label={label}
        isLabelShown
        text={text}
        rows={rows}
        onCopied={() => setWords('已复制，粘到聊天里。')}
        onRefused={setWords}
      />
      <span role="status">{words}</span>
    </div>
  );
}
