import { useState } from 'preact/hooks';
import { Late } from '../shared/Late.tsx';

type Module = typeof import('../shared/TextOut.tsx');

/** Offers records as text, for where files cannot be saved; what makes it is loaded when asked for. */
export function ExportText() {
  const [module, setModule] = useState<Module | undefined>();
  /** How often it did not come; 0 when it did. */
  const [late, setLate] = useState(0);
  const load = () => {
    import('../shared/TextOut.tsx').then(setModule, () => setLate(late + 1));
  };
  return (
    <div class="records__text">
      <h3>做成文字</h3>
      <p>
        微信、钉钉里打开的网页存不了文件。做成文字，发给自己，到另一处粘进“导入”。文字没有口令锁。
      </p>
      {module ? (
        <module.TextOut />
      ) : (
        <button type="button" class="button" onClick={load}>
          做成文字
        </button>
      )}
      {late > 0 && !module && <Late isAsked key={late} what="文字没有做成。" />}
    </div>
  );
}
