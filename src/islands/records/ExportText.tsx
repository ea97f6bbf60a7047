import { useState } from 'preact/hooks';

type Module = typeof import('../shared/TextOut.tsx');

/** Offers records as text, for where files cannot be saved; what makes it is loaded when asked for. */
export function ExportText() {
  const [module, setModule] = useState<Module | 'failed' | undefined>();
  const load = () => {
    import('../shared/TextOut.tsx').then(setModule, () => setModule('failed'));
  };
  return (
    <div class="records__text">
      <h3>做成文字</h3>
      <p>
        微信、钉钉里打开的网页存不了文件。做成文字，发给自己，到另一处粘进“导入”。文字没有口令锁。
      </p>
      {typeof module === 'object' ? (
        <module.TextOut />
      ) : (
        <button type="button" class="button" onClick={load}>
          做成文字
        </button>
      )}
      <p class="field__problem" role="alert">
        {module === 'failed' && '文字没有做成。请检查网络，刷新页面再试一次。'}
      </p>
    </div>
  );
}
