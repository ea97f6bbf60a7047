/**
 * Markdown that means something else than it says: marks that an office writer did not mean as marks,
 * and kinds of Markdown that the handbooks do not have.
 */
import { placeOf, sourceOf, textOf, walk, type Found, type MdNode } from '../parse/md-node.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Advice, type Problem } from '../problem.ts';

/** Checks every node of a body. */
export function checkMarkdown({ file, body, text }: SourcePage): Problem[] {
  if (!body) return [];
  return walk(body).flatMap((found) => {
    const told = judge(found, text);
    if (!told) return [];
    const [rule, advice, at] = told;
    return [problem(placeOf(file, at ?? found.node), rule, advice)];
  });
}

type Told = readonly [rule: string, advice: Advice, at?: MdNode];

function judge({ node, ancestors }: Found, text: string): Told | undefined {
  const source = sourceOf(text, node);
  switch (node.type) {
    case 'emphasis':
      return ['stray-emphasis', emphasis(source)];
    case 'strong':
      return source.startsWith('__') ? ['stray-emphasis', underscores(source)] : undefined;
    case 'break':
      return judgeBreak(node, source, text);
    case 'thematicBreak':
      return ['thematic-break', rule(source)];
    case 'blockquote':
      return /^>\s*[\d０-９=＝]/.test(source) ? ['stray-quote', quote(source)] : undefined;
    case 'footnoteReference':
    case 'footnoteDefinition':
      return ['footnote', FOOTNOTE];
    case 'definition':
      return ['link-definition', definition(source)];
    case 'code':
      return judgeCode(node, source);
    case 'list':
      return judgeList(node, text);
    case 'listItem':
      return judgeItem(node);
    case 'table':
      return judgeTable(node, text);
    case 'link':
      return judgeLink(node, source);
    case 'heading':
      return judgeHeading(node, ancestors, source);
    default:
      return undefined;
  }
}

/** A backslash behind a full stop breaks the line on purpose; behind a folder's name it does not. */
function judgeBreak(node: MdNode, source: string, text: string): Told | undefined {
  if (!source.startsWith('\\')) return ['hard-break', SPACE_BREAK];
  const before = text[(node.position?.start.offset ?? 0) - 1] ?? '';
  return /[\p{L}\p{N}:_]/u.test(before) ? ['hard-break', BACKSLASH_BREAK] : undefined;
}

function judgeCode(node: MdNode, source: string): Told | undefined {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  const last = source.split('\n').at(-1)?.trim() ?? '';
  if (fence !== undefined && (!last.startsWith(fence) || !source.includes('\n'))) {
    return [
      'open-code',
      {
        found: `这里以 ${fence} 开头，后面没有用它结束，下面的正文都会变成代码`,
        expected: `${fence} 成对出现，各占一行`,
        fix: `在这段末尾另起一行补上 ${fence}，或者删掉开头的`,
      },
    ];
  }
  if (/[^\x20-\x7E]/.test(`${node.lang ?? ''}${node.meta ?? ''}`)) {
    return [
      'lost-text',
      {
        found: `${fence ?? ''} 后面的“${node.lang ?? ''}”不会发布`,
        expected: `${fence ?? ''} 单独占一行`,
        fix: '把它后面的字移到上一段',
      },
    ];
  }
  return undefined;
}

function judgeList(node: MdNode, text: string): Told | undefined {
  const items = node.children ?? [];
  const marks = items.map((item) => /^(\d+)[.)]|^[-+*]/.exec(sourceOf(text, item)) ?? ['']);
  const [first] = marks;
  if (!node.ordered) {
    const mark = first?.[0] ?? '-';
    return mark === '-' ? undefined : ['stray-list', bullet(mark)];
  }
  const numbers = marks.map((mark) => Number(mark[1]));
  const wrong = numbers.findIndex((number, index) => number !== index + 1);
  if (wrong < 0 || numbers.every((number) => number === 1)) return undefined;
  return ['stray-list', numbered(marks[wrong]?.[0] ?? '', wrong), items[wrong]];
}

function judgeItem(node: MdNode): Told | undefined {
  if (node.checked !== null && node.checked !== undefined) return ['task-list', TASK];
  return textOf(node).trim() === '' && (node.children ?? []).length === 0
    ? ['empty-list-item', EMPTY_ITEM]
    : undefined;
}

function judgeTable(node: MdNode, text: string): Told | undefined {
  const [head, ...rows] = node.children ?? [];
  const columns = head?.children?.length ?? 0;
  const odd = rows.find((row) => (row.children?.length ?? 0) !== columns);
  const bare = rows.find((row) => !sourceOf(text, row).trimStart().startsWith('|'));
  if (bare) {
    return [
      'bad-table',
      {
        found: '表格下面紧接着一段文字，它会变成表格的一行',
        expected: '表格前后各空一行',
        fix: '在这一行前面空一行',
      },
      bare,
    ];
  }
  if (!odd) return undefined;
  return [
    'bad-table',
    {
      found: `这一行有 ${odd.children?.length ?? 0} 格，表头有 ${columns} 格，多出来的不会发布`,
      expected: '每一行的格数与表头一样，格与格之间用半角竖线 | 隔开',
      fix: '对照表头增减；格里要写竖线的，改用顿号或斜线',
    },
    odd,
  ];
}

function judgeLink(node: MdNode, source: string): Told | undefined {
  const isBare = !source.startsWith('[');
  if (isBare && /[^\x21-\x7E]/.test(source)) return ['bare-address', bareAddress(source)];
  if (!isBare && textOf(node).trim() === '') {
    return [
      'empty-link',
      {
        found: `链接 ${node.url ?? ''} 没有文字，读者看不见它`,
        expected: '[文字](地址)',
        fix: '在方括号里写上文字',
      },
    ];
  }
  return undefined;
}

function judgeHeading(
  node: MdNode,
  ancestors: readonly MdNode[],
  source: string,
): Told | undefined {
  const title = textOf(node).trim();
  if (!source.trimStart().startsWith('#')) {
    return [
      'underlined-heading',
      {
        found: `“${title.slice(0, 20)}”下面紧接着一行减号或等号，它会变成标题`,
        expected: '小标题以“## ”开头',
        fix: '是小标题就改成“## 标题”；不是的，删掉下面那一行',
      },
    ];
  }
  if (title === '') {
    return [
      'empty-heading',
      { found: '小标题后面没有字', expected: '“## 标题”', fix: '写上标题，或者删掉这一行' },
    ];
  }
  if (/\s#+\s*$/.test(source)) {
    return [
      'lost-text',
      {
        found: '标题末尾的 # 不会发布',
        expected: '# 只写在标题前面',
        fix: '删掉末尾的 #，或者改写成“号”',
      },
    ];
  }
  if (node.depth === 1) {
    return [
      'second-title',
      {
        found: `“# ${title}”是一级标题，每页的一级标题是页首数据里的 title`,
        expected: '正文的小标题从“## ”写起',
        fix: `改成“## ${title}”`,
      },
    ];
  }
  if ((node.depth ?? 2) > 3) {
    return [
      'deep-heading',
      {
        found: `“${title}”前面有 ${node.depth ?? 4} 个 #`,
        expected: '正文只有“## ”和“### ”两级小标题',
        fix: `改成“### ${title}”，或者改成一段粗体开头的话`,
      },
    ];
  }
  return ancestors.length > 1
    ? [
        'heading-inside',
        {
          found: `小标题“${title}”写在组件、列表或引用里面`,
          expected: '小标题顶格写在正文里',
          fix: '移到外面；看上一个组件是不是忘了结束；要在里面突出一句，用 **粗体**',
        },
      ]
    : undefined;
}

function emphasis(source: string): Advice {
  const mark = source[0] ?? '*';
  return {
    found: `“${source.slice(0, 24)}”里的两个 ${mark} 会被当成斜体的标记，不会显示`,
    expected: `文件名、型号、算式里的 ${mark} 放在反引号里；强调用 **粗体**`,
    fix: `乘号写成 ×；文件名、型号整个放进反引号，如 \`甲_乙\`；要强调的写成 **${source.slice(1, -1)}**`,
  };
}

function underscores(source: string): Advice {
  return {
    found: `“${source.slice(0, 24)}”两头的下划线会被当成粗体的标记，不会显示`,
    expected: '强调用 **粗体**；要填的空写成〔客户名称〕；名字里的下划线放在反引号里',
    fix: `要强调的写成 **${source.slice(2, -2)}**，文件名放进反引号`,
  };
}

function rule(source: string): Advice {
  return {
    found: `单独一行的“${source.trim()}”会变成一条横线`,
    expected: '分节用小标题“## ”，不画横线',
    fix: '删掉这一行，或者换成小标题',
  };
}

function quote(source: string): Advice {
  const line = source.split('\n')[0] ?? '';
  return {
    found: `行首的 > 会变成引用的标记：“${line.slice(0, 20)}”`,
    expected: '大于写成“大于”“超过”',
    fix: `把 > 改成“超过”；确实是引用的，换一个字开头`,
  };
}

function definition(source: string): Advice {
  return {
    found: `“${source.slice(0, 24)}”会被当成链接的定义，不会发布`,
    expected: '链接写成 [文字](地址)；注写成一段话',
    fix: '把方括号改成〔〕或（），或者把冒号改成全角“：”',
  };
}

function bullet(mark: string): Advice {
  return {
    found: `行首的“${mark} ”会变成列表的圆点，${mark} 不会显示`,
    expected: '列表的每一项以“- ”开头；正负号写成“加”“增加”，或者紧接数字',
    fix: `是列表就把“${mark} ”改成“- ”；不是的，去掉 ${mark} 后面的空格`,
  };
}

function numbered(mark: string, index: number): Advice {
  return {
    found: `行首的“${mark} ”会变成编号列表，显示成“${index + 1}.”`,
    expected: '编号从 1 起，一条接一条',
    fix: `是列表就改成“${index + 1}. ”；是年份或数目就换一个字开头，或者写成“${mark.slice(0, -1)} 年”“${mark.slice(0, -1)}、”`,
  };
}

/** Where the address ends and the Chinese begins. */
function bareAddress(source: string): Advice {
  const address = /^[\x21-\x7E]+/.exec(source)?.[0] ?? source;
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  return {
    found: `网址把后面的“${source.slice(address.length).slice(0, 12)}”也当成了它的一部分`,
    expected: '网址写成 [文字](网址)',
    fix: `把 ${address} 改成 [${address}](${full})`,
  };
}

const SPACE_BREAK: Advice = {
  found: '行尾有两个空格，会在这里断行',
  expected: '一段话写成一行；要分段就空一行',
  fix: '删掉行尾的空格，把下一行接上来，或者在中间空一行',
};

const BACKSLASH_BREAK: Advice = {
  found: '行尾的反斜杠 \\ 会在这里断行，它自己不会显示',
  expected: '一段话写成一行；要分段就空一行',
  fix: '删掉反斜杠；路径放进反引号，如 `C:\\合同\\`',
};

const FOOTNOTE: Advice = {
  found: '这里写了脚注 [^…]',
  expected: '手册里没有脚注',
  fix: '把注写进括号里，或者另写一段',
};

const TASK: Advice = {
  found: '列表项以 [ ] 或 [x] 开头，会变成一个勾不动的方框',
  expected: '要勾选的写成页首数据里的条目；正文里的列表没有方框',
  fix: '删掉 [ ]；模板里要打勾的地方写成“□”',
};

const EMPTY_ITEM: Advice = {
  found: '列表里有一项是空的',
  expected: '“- ”后面有字',
  fix: '写上内容，或者删掉这一行',
};
