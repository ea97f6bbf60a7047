/** Addresses outside the site, and those that are none. */
import { problem, type Place, type Problem } from '../problem.ts';

/** What a link outside the site may begin with, and what it looks like then. */
const SCHEMES: Readonly<Record<string, (url: string) => boolean>> = {
  https: isWebAddress,
  http: isWebAddress,
  mailto: (url) => /^mailto:[^@\s]+@[^@\s.]+\.[^@\s]+$/i.test(url),
  tel: (url) => /^tel:\+?[\d-]{3,}$/i.test(url),
};

/** Full-width punctuation and spaces, which an input method leaves in an address. */
const NOT_IN_ADDRESS = /[\s，。；：！？、（）“”‘’《》【】［］＃／．＠～]/u;

/**
 * The problems of an address that has a scheme, or characters that no address has.
 *
 * @returns undefined for an address on the site that has neither
 */
export function checkOutside(url: string, at: Place): Problem[] | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : (url.split('#')[0] ?? '');
  const odd = NOT_IN_ADDRESS.exec(address)?.[0];
  if (odd !== undefined) return [wide(at, url, odd)];
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  const fits = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  return fits?.(url) ? [] : [notAllowed(at, url)];
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url) && URL.canParse(url);
}

function wide(at: Place, url: string, char: string): Problem {
  const shown = char.trim() === '' ? '空格' : `全角的“${char}”`;
  return problem(at, 'odd-address', {
    found: `链接 ${url} 的地址里有${shown}`,
    expected: '地址里只有半角字符，没有空格',
    fix: '把它改成半角的，或者删掉；右括号是不是写成了全角的“）”',
  });
}

function notAllowed(at: Place, url: string): Problem {
  return problem(at, 'link-scheme', {
    found: `链接 ${url} 打不开`,
    expected:
      '站外链接以 https:// 或 http:// 开头，邮箱写 mailto:名字@公司.com，电话写 tel:010-12345678',
    fix: '改成完整的地址；电脑里的文件放进 public/ 再链接，或者去掉链接，只留文字',
  });
}
