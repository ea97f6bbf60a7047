/** What to tell of Markdown that means something else than its editor meant. */
import type { Advice } from '../problem.ts';

export function emphasis(source: string): Advice {
  const mark = source[0] ?? '*';
  return {
    found: `“${source.slice(0, 24)}”里的两个 ${mark} 会被当成斜体的标记，不会显示`,
    expected: `文件名、型号、算式里的 ${mark} 放在反引号里；强调用 **粗体**`,
    fix: `乘号写成 ×；文件名、型号整个放进反引号，如 \`甲_乙\`；要强调的写成 **${source.slice(1, -1)}**`,
  };
}

export function underscores(source: string): Advice {
  return {
    found: `“${source.slice(0, 24)}”两头的下划线会被当成粗体的标记，不会显示`,
    expected: '强调用 **粗体**；要填的空写成〔客户名称〕；名字里的下划线放在反引号里',
    fix: `要强调的写成 **${source.slice(2, -2)}**，文件名放进反引号`,
  };
}

export function rule(source: string): Advice {
  return {
    found: `单独一行的“${source.trim()}”会变成一条横线`,
    expected: '分节用小标题“## ”，不画横线',
    fix: '删掉这一行，或者换成小标题',
  };
}

export function quote(source: string): Advice {
  const line = source.split('\n')[0] ?? '';
  return {
    found: `行首的 > 会变成引用的标记：“${line.slice(0, 20)}”`,
    expected: '大于写成“大于”“超过”',
    fix: `把 > 改成“超过”；确实是引用的，换一个字开头`,
  };
}

export function definition(source: string): Advice {
  return {
    found: `“${source.slice(0, 24)}”会被当成链接的定义，不会发布`,
    expected: '链接写成 [文字](地址)；注写成一段话',
    fix: '把方括号改成〔〕或（），或者把冒号改成全角“：”',
  };
}

export function bullet(mark: string): Advice {
  return {
    found: `行首的“${mark} ”会变成列表的圆点，${mark} 不会显示`,
    expected: '列表的每一项以“- ”开头；正负号写成“加”“增加”，或者紧接数字',
    fix: `是列表就把“${mark} ”改成“- ”；不是的，去掉 ${mark} 后面的空格`,
  };
}

export function numbered(mark: string, index: number): Advice {
  return {
    found: `行首的“${mark} ”会变成编号列表，显示成“${index + 1}.”`,
    expected: '编号从 1 起，一条接一条',
    fix: `是列表就改成“${index + 1}. ”；是年份或数目就换一个字开头，或者写成“${mark.slice(0, -1)} 年”“${mark.slice(0, -1)}、”`,
  };
}

/** Where the address ends and the Chinese begins. */
export function bareAddress(source: string): Advice {
  const address = /^[\x21-\x7E]+/.exec(source)?.[0] ?? source;
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  return {
    found: `网址把后面的“${source.slice(address.length).slice(0, 12)}”也当成了它的一部分`,
    expected: '网址写成 [文字](网址)',
    fix: `把 ${address} 改成 [${address}](${full})`,
  };
}

export const SPACE_BREAK: Advice = {
  found: '行尾有两个空格，会在这里断行',
  expected: '一段话写成一行；要分段就空一行',
  fix: '删掉行尾的空格，把下一行接上来，或者在中间空一行',
};

export const BACKSLASH_BREAK: Advice = {
  found: '行尾的反斜杠 \\ 会在这里断行，它自己不会显示',
  expected: '一段话写成一行；要分段就空一行',
  fix: '删掉反斜杠；路径放进反引号，如 `C:\\合同\\`',
};

export const FOOTNOTE: Advice = {
  found: '这里写了脚注 [^…]',
  expected: '手册里没有脚注',
  fix: '把注写进括号里，或者另写一段',
};

export const TASK: Advice = {
  found: '列表项以 [ ] 或 [x] 开头，会变成一个勾不动的方框',
  expected: '要勾选的写成页首数据里的条目；正文里的列表没有方框',
  fix: '删掉 [ ]；模板里要打勾的地方写成“□”',
};

export const EMPTY_ITEM: Advice = {
  found: '列表里有一项是空的',
  expected: '“- ”后面有字',
  fix: '写上内容，或者删掉这一行',
};
