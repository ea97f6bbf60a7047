import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { AskSaved } from '../shared/AskSaved.tsx';
import { download } from '../shared/download.ts';
import { loadPopStyles } from '../shared/pop.ts';
import { FILE_NAME } from '../shared/site-name.ts';
import { TextParts } from '../shared/TextParts.tsx';

interface Props {
  /** Each a message of its own. */
  parts: readonly string[];
  /** What the file is called after. */
  file: string;
  /** True for what a mentor gives back. */
  isSigned?: boolean;
}

/** A receipt's ways out: copied, by hand out of a box, as a file, on paper. */
export function ReceiptOut({ parts, file, isSigned = false }: Props) {
  const [offered, setOffered] = useState(0);
  useEffect(() => void loadPopStyles(), []);
  const save = () => {
    const name = file.replaceAll(/[\\/:*?"<>|\s]+/g, '-');
    download(`${FILE_NAME}-回执-${name}.txt`, parts.join('\n'), 'text/plain');
    setOffered(offered + 1);
  };
  const text = (
    <div class="text-out">
      <p role="status">
        {parts.length === 1
          ? '发一条消息。'
          : `一共 ${parts.length} 段，一段发一条消息，顺序不要紧。`}
      </p>
      <TextParts parts={parts} />
    </div>
  );
  const others = (
    <div>
      <p class="notice__actions">
        <button type="button" class="button" onClick={save}>
          存成文件
        </button>
        {!isSigned && (
          <a class="button" href={href('/train/print/')}>
            打印签字
          </a>
        )}
      </p>
      {offered > 0 && (
        <AskSaved key={offered} otherwise="微信、钉钉里打开的网页存不了文件：请复制上面的文字。" />
      )}
    </div>
  );
  return (
    <div class="receipt__out">
      <p>{isSigned ? '签好了，发回给本人，请对方粘贴收下：' : '回执做好了，发给带您的人：'}</p>
      {text}
      {others}
    </div>
  );
}
