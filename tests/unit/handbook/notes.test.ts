import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTE_CLOSE, noteOpen, splitBody } from '../../../src/handbook/notes.ts';

const note = (id: string, html: string) => `${noteOpen(id)}${html}${NOTE_CLOSE}`;

describe('splitBody', () => {
  test('takes notes out of the prose, and the prose apart at its first heading', () => {
    const body = splitBody(
      `<p>引言</p>${note('first-call', '<p>先问</p>')}<h2 id="a">甲</h2><p>乙</p>${note('pitch', '<p>再说</p>')}<h2>丙</h2>`,
    );
    expect(body.intro).toBe('<p>引言</p>');
    expect(body.rest).toBe('<h2 id="a">甲</h2><p>乙</p><h2>丙</h2>');
    expect([...body.notes]).toEqual([
      ['first-call', '<p>先问</p>'],
      ['pitch', '<p>再说</p>'],
    ]);
  });

  test('takes everything for introduction when there is no heading', () => {
    expect(splitBody('<p>甲</p><h3>乙</h3>')).toEqual({
      intro: '<p>甲</p><h3>乙</h3>',
      rest: '',
      notes: new Map(),
    });
  });

  test('has no introduction when the heading comes first', () => {
    expect(splitBody('<h2>甲</h2><p>乙</p>')).toMatchObject({
      intro: '',
      rest: '<h2>甲</h2><p>乙</p>',
    });
  });

  test('does not take a heading within a note for the first one', () => {
    const { intro, rest, notes } = splitBody(`<p>甲</p>${note('a', '<h2>注</h2>')}<p>乙</p>`);
    expect([intro, rest]).toEqual(['<p>甲</p><p>乙</p>', '']);
    expect(notes.get('a')).toBe('<h2>注</h2>');
  });

  test('does not take an element whose name begins alike for a heading', () => {
    expect(splitBody('<h2x>甲</h2x>').rest).toBe('');
  });

  test('keeps the order of notes and the lines within them', () => {
    const { notes } = splitBody(`${note('b', '\n<p>一\n二</p>\n')}\n${note('a-2', '三')}`);
    expect([...notes]).toEqual([
      ['b', '<p>一\n二</p>'],
      ['a-2', '三'],
    ]);
  });

  test('leaves other comments alone', () => {
    expect(splitBody('<!-- note a --><p>甲</p><!--/note-->').intro).toBe(
      '<!-- note a --><p>甲</p><!--/note-->',
    );
  });

  test('of nothing is nothing', () => {
    expect(splitBody('')).toEqual({ intro: '', rest: '', notes: new Map() });
  });

  test('loses no prose and invents none', () => {
    const text = fc.constantFrom('<p>甲</p>', '<h2>乙</h2>', '<h3>丙</h3>', '丁\n', '');
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?$/);
    const part = fc.tuple(text, fc.option(fc.tuple(id, text)));
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ([, n]) => n?.[0] }), (parts) => {
        const html = parts.map(([prose, n]) => prose + (n ? note(...n) : '')).join('');
        const body = splitBody(html);
        const squeeze = (s: string) => s.replace(/\s/g, '');
        expect(squeeze(body.intro + body.rest)).toBe(
          squeeze(parts.map(([prose]) => prose).join('')),
        );
        expect([...body.notes]).toEqual(parts.flatMap(([, n]) => (n ? [[n[0], n[1].trim()]] : [])));
        expect(body.intro).not.toContain('<h2');
      }),
    );
  });
});
