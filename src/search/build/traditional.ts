import { Converter } from 'opencc-js/t2cn';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/**
 * Traditional forms of the characters that the site uses, as pairs in one text: `檔档戶户…`. A form
 * that the site itself uses stands for itself and is left out.
 */
export function traditionalForms(used: ReadonlySet<string>): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = FIRST_HAN; code <= LAST_HAN; code += 1) {
    const form = String.fromCodePoint(code);
    const simple = simplify(form);
    if (simple !== form && [...simple].length === 1 && used.has(simple) && !used.has(form)) {
      pairs += form + simple;
    }
  }
  return pairs;
}
