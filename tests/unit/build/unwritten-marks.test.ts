import { describe, expect, test } from 'vitest';
import { markUnwritten } from '../../../src/build/unwritten-marks.ts';

const page = (main: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body><nav><a href="/x/">待写：岗位</a></nav><main>${main}</main></body></html>`;

describe('what is to be written', () => {
  test('is marked on the element that has the words', () => {
    expect(markUnwritten(page('<div><p class="a">待写：甲</p><p>乙</p></div>'))).toBe(
      page('<div><p data-unwritten class="a">待写：甲</p><p>乙</p></div>'),
    );
  });

  test('within words, in a list, and more than once', () => {
    expect(markUnwritten(page('<ul><li>先<b>待写：甲</b></li><li>又待写：乙<br></li></ul>'))).toBe(
      page(
        '<ul><li>先<b data-unwritten>待写：甲</b></li><li data-unwritten>又待写：乙<br></li></ul>',
      ),
    );
  });

  test.each([
    ['a script', '<script>"待写：甲"</script>'],
    ['an attribute', '<p title="待写：甲">乙</p>'],
    ['a drawing', '<svg><text>待写：甲</text></svg>'],
    ['a link to another page', '<p>先读<a href="/x/">待写：甲</a></p>'],
    ['an option', '<select><option>待写：甲</option></select>'],
  ])('is left alone in %s', (_, inner) => {
    expect(markUnwritten(page(inner))).toBe(page(inner));
  });
});

test('nothing is touched in the head, and on a page that is written', () => {
  const title = page('<p>甲</p>', '<title>待写：岗位</title>');
  expect(markUnwritten(title)).toBe(title);
  expect(markUnwritten('<p>待写下来的<')).toBe('<p>待写下来的<');
});
