/** The query layer over an index that is searched plainly: Pagefind's part is a list of words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BREAK, cutTexts, findUnits, wordOf } from '../../../src/model/phrase.ts';
import type { SearchTable } from '../../../src/model/search-data.ts';
import { buildTable, pageUnits, type SitePage } from '../../../src/search/build/tables.ts';
import { indexWords } from '../../../src/search/build/units.ts';
import { answerQuestion } from '../../../src/search/query/answers.ts';
import { readQuestion } from '../../../src/search/query/question.ts';
import { rankPages } from '../../../src/search/query/rank.ts';
import { partialPages, synonymTerms } from '../../../src/search/query/related.ts';
import { pageOfPlace, placeAt, readTable, type Table } from '../../../src/search/query/table.ts';
import { coverWords, locate, type FindWord } from '../../../src/search/query/words.ts';

const place = (id: string, ...blocks: string[]) => ({
  id,
  title: blocks[0] ?? '',
  blocks,
  hues: [],
});

const HANDBOOKS = [
  ['agency', '广告公司'],
  ['service', '客户服务部'],
] as const;

const PAGES: SitePage[] = [
  {
    path: '/agency/techniques/job-order/',
    title: '工作单',
    places: [place('', '工作单', '写清客户的要求。'), place('one', '一张工作单只派一个部门')],
  },
  {
    path: '/glossary/',
    title: '术语表',
    places: [
      place('job-order', '工作单', '派活的单据。'),
      place('client', '客户', '付钱的人，24 小时在线。'),
    ],
  },
  { path: '/', title: '首页', places: [place('', '首页', '工作单、客户、档案')] },
];

function siteOf(pages: readonly SitePage[]): { table: Table; find: FindWord } {
  const keys = pages.map((_, number) => `key-${number}`);
  const data = { ...buildTable(pages, keys, [], HANDBOOKS), folder: '/data/' } as SearchTable;
  const words = pages.map((page) => indexWords(pageUnits(page)));
  const find: FindWord = async (wanted) => {
    const found = words.map((row, page) => [
      page,
      row.flatMap((word, at) => (word.startsWith(wanted) ? [at] : [])),
    ]) as [number, number[]][];
    return new Map(found.filter(([, positions]) => positions.length > 0));
  };
  return { table: readTable(data), find };
}

const { table, find } = siteOf(PAGES);
const everywhere = () => true;

async function ask(...terms: string[]) {
  const located = await Promise.all(
    terms.map(async (term) => ({
      units: cutTexts(term),
      positions: await locate(cutTexts(term), find),
    })),
  );
  return rankPages(located, table.pages, everywhere).map(({ page, places }) => [
    page.path,
    ...places.map((each) => each.place),
  ]);
}

test('the table lists the words in Latin letters that the site writes, folded', () => {
  const pages = [
    {
      path: '/a/',
      title: '表',
      places: [place('', 'Brief 表', '见 AE 的ＰＰＴ、briefing/brief。')],
    },
  ];
  expect(buildTable(pages, ['key'], [], []).latin).toEqual(['ae', 'brief', 'briefing', 'ppt']);
});

describe('locating', () => {
  test('the words that prove a phrase cover every unit', () => {
    const texts = fc.array(fc.constantFrom('客', '户', BREAK), { minLength: 1, maxLength: 13 });
    fc.assert(
      fc.property(texts, (units) => {
        const covered = new Set(coverWords(units).flatMap(({ offset }) => [offset, offset + 1]));
        expect(units.every((_, at) => covered.has(at))).toBe(true);
        for (const { word, offset } of coverWords(units)) {
          expect(word).toBe(wordOf(units[offset] ?? '', units[offset + 1]));
        }
      }),
    );
  });

  test('a phrase is found wherever it stands, in any text, and nowhere else', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'客户档案，2'),
      minLength: 1,
      maxLength: 20,
    });
    const blocks = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(blocks, text, async (all, phrase) => {
        const units = cutTexts(phrase);
        fc.pre(units.length > 0);
        const places = all.map((row, at) => place(`p${at}`, ...row));
        const site = siteOf([{ path: '/a/', title: '甲', places }]);
        const starts = (await locate(units, site.find)).get(0) ?? [];
        const [page] = site.table.pages;
        const found = new Set(starts.map((start) => page && placeAt(page, start)));
        const wanted = all.flatMap((row, at) =>
          row.some((block) => findUnits(cutTexts(block), units).length > 0) ? [at] : [],
        );
        expect([...found].sort()).toEqual(wanted);
      }),
    );
  });

  test('places know their page', () => {
    expect(pageOfPlace(table, 1)?.path).toBe('/agency/techniques/job-order/');
    expect(pageOfPlace(table, 3)?.path).toBe('/glossary/');
    expect(pageOfPlace(table, 4)?.path).toBe('/');
  });
});

describe('ranking', () => {
  test('the page of that title comes first, then an item of that title, then mere mentions', async () => {
    expect(await ask('工作单')).toEqual([
      ['/agency/techniques/job-order/', 0, 1],
      ['/glossary/', 2],
      ['/', 4],
    ]);
  });

  test('every term is required; a place that has them all comes first', async () => {
    expect(await ask('工作单', '客户')).toEqual([
      ['/agency/techniques/job-order/', 0],
      ['/glossary/', 2, 3],
      ['/', 4],
    ]);
    expect(await ask('工作单', '档案')).toEqual([['/', 4]]);
    expect(await ask('工作单', '没有')).toEqual([]);
  });

  test('a space beside digits counts for nothing, punctuation parts', async () => {
    expect(await ask('24小时')).toEqual([['/glossary/', 3]]);
    expect(await ask('工作单客户')).toEqual([]);
    expect(await ask('工作单、客户')).toEqual([['/', 4]]);
  });
});

describe('answering a question', () => {
  const ASKED: SitePage[] = [
    {
      path: '/agency/roles/lead/',
      title: '总监',
      places: [place('', '总监', '带部门的人。'), place('sign', '审签工作单', '当周的都签了字。')],
    },
    {
      path: '/agency/techniques/job-order/',
      title: '工作单',
      places: [
        place('', '工作单', '写清客户的要求。'),
        place('approve', '请两个人批准', '谁签字：总监、主管'),
        place('long', '说法', `先签好。${'说了又说。'.repeat(30)}最后是那个字。`),
      ],
    },
    {
      path: '/glossary/',
      title: '术语表',
      places: [place('job-order', '工作单', '派活的单据。'), place('sign', '签字', '写上名字。')],
    },
  ];
  const site = siteOf(ASKED);
  const answer = async (query: string, ...wordings: string[][]) => {
    const question = readQuestion([cutTexts(query)]);
    if (!question) throw new Error(`${query} asks nothing`);
    const all = [question.parts, ...wordings.map((parts) => parts.map(cutTexts))];
    const { pages } = await answerQuestion(
      question.wants,
      all,
      [],
      site.table,
      site.find,
      everywhere,
    );
    return pages.map(({ page, places }) => [page.path, ...places.map((each) => each.place)]);
  };

  test('the page of that name comes first, with the place that has the rest', async () => {
    const [first] = await answer('工作单谁签字');
    expect(first).toEqual(['/agency/techniques/job-order/', 3, 2]);
  });

  test('a question for a meaning leads to the term', async () => {
    expect((await answer('什么是签字'))[0]).toEqual(['/glossary/', 6]);
    expect((await answer('工作单是什么'))[0]?.[0]).toMatch(/glossary|job-order/);
  });

  test('words far apart in a long text are no answer, and neither is what stands nowhere', async () => {
    const places = (await answer('谁签字')).flatMap(([, ...found]) => found);
    expect(places).toContain(3);
    expect(places).not.toContain(4);
    expect(await answer('谁修电视')).toEqual([]);
  });

  test('another wording finds what the first does not', async () => {
    expect(await answer('怎么核准')).toEqual([]);
    expect(await answer('怎么核准', ['批准'])).toEqual([['/agency/techniques/job-order/', 3]]);
  });
});

describe('what is related', () => {
  const GROUPS = [
    ['AE', '客户专员'],
    ['比稿', '提案', '-pitch'],
  ];
  const rewritten = (query: string) =>
    synonymTerms([cutTexts(query)], GROUPS).map((terms) =>
      terms.map((term) => term.join('')).join(' '),
    );

  test.each([
    ['ae', ['客户专员']],
    ['客户专员', ['ae']],
    ['参加比稿', ['参加提案']],
    ['pitch', ['比稿', '提案']],
    ['提案', ['比稿']],
    ['aerial', []],
    ['别的', []],
  ])('other words for %s', (query, others) => {
    expect(rewritten(query)).toEqual(others);
  });

  test('places that hold the parts of a phrase', async () => {
    const found = await partialPages([cutTexts('档案客户')], table, find, everywhere);
    expect(found.map(({ page }) => page.path)).toContain('/');
  });
});
