/** What readers find at old addresses: a copy of the project, published anew with moves in it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PublishedCopy } from '../support/published-copy.ts';
import { FIXTURE, variantEnv } from '../support/variants.ts';
import { attribute, readBuiltSite, textOf, type BuiltPage, type Element } from './built-site.ts';
import { deadLinks } from './dead-links.ts';

const DIRECTOR = 'agency/roles/account-director';
const ORDER = 'agency/techniques/job-order';
const PHONE = 'service/workflows/phone';
const STANDING = 'agency/rules/standing';
const ANEW = 'agency/rules/our-standing';
const BASE = '/kehubu/';

const ENTRIES = `moved:
  - { from: ${DIRECTOR}#case-file, to: ${DIRECTOR}#case-archive, since: 2026-12-01 }
  - { from: ${DIRECTOR}#basics, to: ${DIRECTOR}#groundwork, since: 2026-12-01 }
  - { from: ${ORDER}#quote-apart, to: agency/techniques/briefing#say-the-limits, since: 2026-12-01 }
  - { from: ${STANDING}, to: ${ANEW}, since: 2026-12-01 }
  - { from: train#first-week, to: train#first-days, since: 2026-12-01 }
  - { from: ${STANDING}#not-covered, to: agency/rules/conduct#speak-inside, since: 2026-12-01 }
retired:
  - { ref: ${PHONE}#set-reminder, why: 电话系统自己会提醒。, since: 2026-12-01 }
  - { ref: agency/rules/overtime, why: 并入公司的考勤制度。, since: 2026-12-01 }
  - { ref: train#overtime, why: 不再加班。, since: 2026-12-01 }
`;

const EDITION = `number: 2
date: 2026-12-01
title: 第二版
summary: 换了几个名字。
changes:
${[DIRECTOR, 'agency/roles/account-manager', 'agency/roles/account-executive', ANEW, ORDER, PHONE]
  .map((ref) => `  - { ref: ${ref}, kind: changed, what: 改了名字。, why: 更好懂。, material: false }`)
  .join('\n')}
`;

/** A page that is published only to be retired. */
const OVERTIME = `---
title: 加班
summary: 说明加班怎样报，全员读。
order: 9
updated: 2026-11-23
rules:
  - { id: report-first, text: 加班先报上级, origin: editorial }
---

加班要先报。
`;

const plan = (title: string) => `title: ${title}
role: ${DIRECTOR}
summary: 给刚到岗的人，头几天读。
items:
  - { ref: ${ORDER}, need: read, day: 1 }
`;

const copy = new PublishedCopy(FIXTURE);
const { root } = copy;
let pages: BuiltPage[] = [];

beforeAll(() => {
  editContent();
  copy.build({ ...variantEnv('subPath'), PRECOMPRESS: undefined, OUT_DIR: './dist' });
  pages = readBuiltSite(join(root, 'dist'));
}, 600_000);

afterAll(() => copy.remove());

/** Publishes the copy anew, as an editor does it: the pages, the entries, the edition, the register. */
function editContent(): void {
  copy.write('agency/rules/overtime.mdx', OVERTIME);
  copy.write('plans/first-week.yaml', plan('头几天'));
  copy.write('plans/overtime.yaml', plan('加班'));
  copy.register();
  copy.drop('agency/rules/overtime.mdx');
  copy.drop('plans/first-week.yaml');
  copy.drop('plans/overtime.yaml');
  copy.write('plans/first-days.yaml', plan('头几天'));
  copy.edit(
    `${DIRECTOR}.mdx`,
    ['id: case-file', 'id: case-archive'],
    ['- id: basics', '- id: groundwork'],
  );
  copy.edit(`${ORDER}.mdx`, [/ {2}- id: quote-apart\n(?: {4}.*\n)+/, '']);
  copy.edit(`${PHONE}.mdx`, [/ {6}- id: set-reminder\n(?: {8}.*\n)+/, '']);
  copy.move(STANDING, ANEW);
  copy.edit(`${ANEW}.mdx`, [/ {2}- id: not-covered\n(?: {4}.*\n)+/, '']);
  copy.edit('ids.yaml', [/moved: \[\]\nretired: \[\]\n/, ENTRIES]);
  copy.write('editions/2.yaml', EDITION);
  copy.register();
}

function page(reference: string): BuiltPage {
  const found = pages.find(({ address }) => address === `/${reference}/`);
  if (!found) throw new Error(`no page at ${reference}`);
  return found;
}

function find({ elements }: BuiltPage, test: (element: Element) => boolean): Element | undefined {
  return elements.find(test);
}
const byId = (where: BuiltPage, id: string) => find(where, (each) => attribute(each, 'id') === id);
const heading = (where: BuiltPage) => {
  const h1 = find(where, ({ tagName }) => tagName === 'h1');
  return h1 && textOf(h1).trim();
};
const links = (element: Element | undefined): string[] => {
  if (!element) return [];
  const own = element.tagName === 'a' ? (attribute(element, 'href') ?? []) : [];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...element.childNodes.flatMap((child) => ('tagName' in child ? links(child) : [])),
  ];
};

test('every link of the site leads somewhere, and no page has an id twice', () => {
  expect(deadLinks(pages, BASE, join(root, 'dist'))).toEqual([]);
  for (const { file, elements } of pages) {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index), file).toEqual([]);
  }
});

describe('a page that moved', () => {
  test('answers at its old address, with a link that works without JavaScript', () => {
    const old = page(STANDING);
    expect(heading(old)).toBe('这一页搬家了');
    const main = byId(old, 'content');
    expect(links(main)).toContain(`${BASE}${ANEW}/`);
  });

  test('asks search engines to go to the new address', () => {
    const old = page(STANDING);
    const canonical = find(old, (each) => attribute(each, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).toBe(
      `https://handbook.example.com${BASE}${ANEW}/`,
    );
    const robots = find(old, (each) => attribute(each, 'name') === 'robots');
    expect(robots && attribute(robots, 'content')).toBe('noindex');
  });

  test('tells its script where it went, and where the item that left it went', () => {
    const main = byId(page(STANDING), 'content');
    expect(main && attribute(main, 'data-moved-to')).toBe(`${BASE}${ANEW}/`);
    expect(JSON.parse((main && attribute(main, 'data-moved-items')) ?? '')).toEqual({
      'not-covered': `${BASE}agency/rules/conduct/#speak-inside`,
    });
  });
});

test('a page that was retired says so, why, and since when', () => {
  const old = page('agency/rules/overtime');
  expect(heading(old)).toBe('这一页已停用');
  const main = byId(old, 'content');
  expect(main && textOf(main)).toContain('2026-12-01 起停用。并入公司的考勤制度。');
  expect(main && attribute(main, 'data-moved-to')).toBeUndefined();
});

test('a training plan answers where it stood before it was renamed or retired', () => {
  const renamed = byId(page('train/first-week'), 'content');
  expect(renamed && attribute(renamed, 'data-moved-to')).toBe(`${BASE}train/first-days/`);
  expect(heading(page('train/first-days'))).toBe('头几天');
  const retired = byId(page('train/overtime'), 'content');
  expect(retired && textOf(retired)).toContain('2026-12-01 起停用。不再加班。');
});

describe('an item', () => {
  test('that was renamed keeps an anchor of its old name in itself', () => {
    const director = page(DIRECTOR);
    for (const [id, old] of [
      ['case-archive', 'case-file'],
      ['groundwork', 'basics'],
    ] as const) {
      const item = byId(director, id);
      const alias = byId(director, old);
      expect(alias && attribute(alias, 'class')).toBe('alias');
      expect(alias?.parentNode, old).toBe(item);
    }
  });

  test('that went to another page is listed where it was, with a link', () => {
    const left = byId(page(ORDER), 'quote-apart');
    expect(links(left)).toEqual([`${BASE}agency/techniques/briefing/#say-the-limits`]);
  });

  test('that was retired is listed where it was, and why', () => {
    const left = byId(page(PHONE), 'set-reminder');
    expect(left && textOf(left)).toContain('已停用：电话系统自己会提醒。');
  });

  test('of a role hands its former names to the checklist, so that ticks follow', () => {
    const duty = find(page(DIRECTOR), (element) =>
      (attribute(element, 'data-was') ?? '').includes(`${DIRECTOR}#case-file`),
    );
    expect(duty && attribute(duty, 'class')).toBe('duty');
  });
});
