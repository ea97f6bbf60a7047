import { describe, expect, test } from 'vitest';
import { chapterHtml } from '../../../../src/handbook/print/chapter.ts';
import {
  chapterId,
  printedHref,
  type Destinations,
} from '../../../../src/handbook/print/within.ts';
import { agency, smallSite, workflowPage } from '../../fixtures/site.ts';

const site = smallSite();
const destinations: Destinations = {
  handbook: agency(site),
  base: '/kehubu/',
  siteUrl: undefined,
  terms: new Set(['run']),
};
const chapter = chapterId(workflowPage(site));

describe('a link in the printed handbook', () => {
  const to = (href: string, more: Partial<Destinations> = {}) =>
    printedHref(href, chapter, { ...destinations, ...more });

  test('leads to its place in the same chapter', () => {
    expect(to('#go-on')).toBe('#workflows-win-new-client--go-on');
    expect(to('#%E7%A4%BA%E4%BE%8B')).toBe('#workflows-win-new-client--示例');
  });

  test('leads to another chapter, and to an item in it', () => {
    expect(to('/kehubu/agency/roles/account-director/')).toBe('#roles-account-director');
    expect(to('/kehubu/agency/rules/conduct/#reply')).toBe('#rules-conduct--reply');
  });

  test('leads to a part, to the contents, and to a term of the appendix', () => {
    expect(to('/kehubu/agency/#workflows')).toBe('#part-workflows');
    expect(to('/kehubu/agency/')).toBe('#contents');
    expect(to('/kehubu/glossary/#run')).toBe('#term-run');
  });

  test('leads out of it only where the site has a full address', () => {
    expect(to('/kehubu/glossary/#elsewhere')).toBeUndefined();
    expect(to('/kehubu/sources/#ag-01')).toBeUndefined();
    expect(to('/kehubu/sources/#ag-01', { siteUrl: 'https://handbook.example.com' })).toBe(
      'https://handbook.example.com/kehubu/sources/#ag-01',
    );
  });

  test('keeps an address on another site', () => {
    expect(to('https://example.com/a')).toBe('https://example.com/a');
    expect(to('mailto:a@example.com')).toBe('mailto:a@example.com');
  });
});

describe('a chapter', () => {
  const make = (html: string) => chapterHtml(html, chapter, destinations);

  test('has its own ids, and what names them follows', () => {
    expect(make('<ul aria-labelledby="a b"><i id="a"></i><i id="b"></i></ul>')).toBe(
      `<ul aria-labelledby="${chapter}--a ${chapter}--b"><i id="${chapter}--a"></i><i id="${chapter}--b"></i></ul>`,
    );
  });

  test('has its headings below the part’s and its own title', () => {
    expect(make('<h2>一</h2><h3>二</h3><h5>三</h5>')).toBe(
      '<h4 data-level="2">一</h4><h5 data-level="3">二</h5><h6 data-level="5">三</h6>',
    );
  });

  test('has no landmarks of its own', () => {
    expect(make('<section class="route" aria-labelledby="r"><h2 id="r">路线</h2></section>')).toBe(
      `<section class="route"><h4 id="${chapter}--r" data-level="2">路线</h4></section>`,
    );
  });

  test('leaves out what only works on screen', () => {
    const html =
      '<p>留<a class="self-link" data-screen-only href="#x">#</a></p><script>1</script><noscript>无</noscript>' +
      '<fieldset data-screen-only><button>清空</button></fieldset>';
    expect(make(html)).toBe('<p>留</p>');
  });

  test('keeps the text of a link that leads nowhere', () => {
    expect(make('<a class="term" href="/kehubu/service/" data-term="x">术语</a>')).toBe(
      '<span class="term">术语</span>',
    );
  });
});
