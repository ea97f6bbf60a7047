import { expect, test } from 'vitest';
import { readPage } from '../../../src/search/build/read-page.ts';

const page = (main: string) =>
  `<!doctype html><body><nav>页外</nav><main>${main}</main><footer>页脚</footer></body>`;

const outline = (main: string) =>
  readPage(page(main))?.places.map(({ id, title, blocks }) => [id, title, ...blocks]);

test('text before the first heading with an id belongs to the page, then to each heading', () => {
  const read = outline(
    '<h1>工作单</h1><p>开头。</p><h2 id="points">要点<a data-screen-only href="#points">#</a></h2><span data-screen-only="">#</span><p>甲<b>乙</b></p>',
  );
  expect(read).toEqual([
    ['', '工作单', '工作单', '开头。'],
    ['points', '要点', '要点', '甲乙'],
  ]);
  expect(readPage(page('<h1>工作单</h1>'))?.title).toBe('工作单');
});

test('an item is a place of its own, and what follows it belongs to the heading again', () => {
  const read = outline(
    '<h2 id="steps">步骤</h2><ol><li id="sign"><span>客户</span><h3>签字</h3><dl><dt>做到什么样</dt><dd>有签名</dd></dl></li></ol><p>停一下</p>',
  );
  expect(read).toEqual([
    ['steps', '步骤', '步骤', '停一下'],
    // The title comes first, wherever it stands.
    ['sign', '签字', '签字', '客户', '做到什么样：有签名'],
  ]);
});

test('a label is one text with its values, and a row of a table with its cells', () => {
  const facts =
    '<dl><div><dt>谁签字</dt><dd>客户总监、<a>客户部主管</a></dd></div><div><dt>要准备什么</dt><dd><ul><li>线索</li><li>案例。</li><li>空白工作单</li></ul></dd></div><dt>多长</dt></dl>';
  expect(outline(`<h1>题</h1>${facts}<p>后文</p>`)).toEqual([
    [
      '',
      '题',
      '题',
      '谁签字：客户总监、客户部主管',
      '要准备什么：线索；案例。空白工作单',
      '多长',
      '后文',
    ],
  ]);
  expect(
    outline('<h1>题</h1><table><tr><th>编号</th><td>项目编号</td><td>2026-031</td></tr></table>'),
  ).toEqual([['', '题', '题', '编号：项目编号；2026-031']]);
});

test('the title of a term is its name, without its other names', () => {
  const read = outline(
    '<dl><div id="ae"><dt><dfn>客户专员</dfn><span>AE</span></dt><dd>第一线的人。</dd></div></dl>',
  );
  expect(read).toEqual([['ae', '客户专员', '客户专员AE', '第一线的人。']]);
});

test('labels of inputs are read; tools, copies and ways about are not', () => {
  const read = outline(
    '<h1>题</h1><nav>目录</nav><label><input type="checkbox"> 更新档案</label><button>勾选</button><p data-search="off">出处</p><noscript>无</noscript><svg><text>图</text></svg><script>x</script>',
  );
  expect(read).toEqual([['', '题', '题', '更新档案']]);
});

test('a page without text, without main, or marked off is none', () => {
  expect(readPage('<body><p>甲</p></body>')).toBeUndefined();
  expect(readPage('<main data-search="off"><h1>搜索</h1></main>')).toBeUndefined();
  expect(readPage(page('<p>……</p>'))?.places).toEqual([]);
});

test('the handbooks of a term come from its tags', () => {
  const read = readPage(
    page(
      '<div id="a"><dfn>甲</dfn><p data-search="off" data-term-handbooks><span data-hue="agency">广告</span><a>页</a></p></div>',
    ),
  );
  expect(read?.places[0]?.hues).toEqual(['agency']);
  expect(read?.places[0]?.blocks).toEqual(['甲']);
});
