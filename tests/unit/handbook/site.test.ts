import { describe, expect, test } from 'vitest';
import {
  buildSite,
  departmentOf,
  findPage,
  handbookOf,
  sectionPages,
} from '../../../src/handbook/site.ts';
import {
  agency,
  contentOf,
  rawHandbook,
  rawRole,
  rawRules,
  rawTechnique,
  rolePage,
  rulesPage,
  siteOf,
  smallSite,
  techniquePage,
} from '../fixtures/site.ts';

describe('the model of the site', () => {
  test('has the handbooks in the order of the site, whatever the order of the files', () => {
    const content = contentOf({
      'key-accounts': rawHandbook(),
      agency: rawHandbook(),
      service: rawHandbook(),
    });
    const identity = { ...content.identity, handbooks: ['agency', 'service', 'key-accounts'] };
    const site = buildSite({ ...content, identity });
    expect(site.handbooks.map(({ slug }) => slug)).toEqual(['agency', 'service', 'key-accounts']);
  });

  test('has no handbook that was not written yet', () => {
    expect(smallSite().handbooks.map(({ slug }) => slug)).toEqual(['agency']);
    expect(siteOf({}).handbooks).toEqual([]);
  });

  test('knows each handbook by its address, title and front page', () => {
    expect(agency(smallSite())).toMatchObject({
      slug: 'agency',
      path: '/agency/',
      reference: 'agency',
      collection: 'handbooks',
      title: '客户部手册',
      data: { department: '广告公司客户部' },
    });
  });

  test('knows each page by its reference, address, section and title', () => {
    const site = smallSite();
    expect(rolePage(site)).toMatchObject({
      reference: 'agency/roles/account-director',
      handbook: 'agency',
      section: 'roles',
      collection: 'roles',
      slug: 'account-director',
      path: '/agency/roles/account-director/',
      title: '客户总监',
    });
    expect(site.pages.get('agency/roles/account-director')).toBe(rolePage(site));
    expect(site.pages.size).toBe(4);
  });

  test('reads in the order A, B, C, D', () => {
    expect(agency(smallSite()).pages.map(({ reference }) => reference)).toEqual([
      'agency/roles/account-director',
      'agency/workflows/win-new-client',
      'agency/techniques/briefing',
      'agency/rules/conduct',
    ]);
  });

  test('reads a section by the pages’ order, and by their names where that is equal', () => {
    const site = smallSite({
      'agency/roles/account-director': rawRole({ order: 10 }),
      'agency/roles/b-role': rawRole({ order: 2 }),
      'agency/roles/a-role': rawRole({ order: 2 }),
      'agency/roles/z-role': rawRole({ order: 1 }),
    });
    expect(sectionPages(agency(site), 'roles').map(({ slug }) => slug)).toEqual([
      'z-role',
      'a-role',
      'b-role',
      'account-director',
    ]);
  });

  test('keeps pages of one name in two handbooks apart', () => {
    const site = smallSite({
      service: rawHandbook(),
      'service/rules/conduct': rawRules({ title: '服务规范' }),
    });
    expect(findPage(site, 'agency', 'rules', 'conduct')?.title).toBe('行为规范');
    expect(findPage(site, 'service', 'rules', 'conduct')?.title).toBe('服务规范');
  });

  test('does not change the order of the entries it is given', () => {
    const content = contentOf({
      agency: rawHandbook(),
      'agency/rules/b': rawRules({ order: 2 }),
      'agency/rules/a': rawRules({ order: 1 }),
    });
    buildSite(content);
    expect(content.rules.map(({ id }) => id)).toEqual(['agency/rules/b', 'agency/rules/a']);
  });

  test('keeps the prose of a page as it was written, and none where there is none', () => {
    const content = contentOf({ agency: rawHandbook(), 'agency/rules/conduct': rawRules() });
    const rules = content.rules.map((entry) => ({ ...entry, body: '正文' }));
    const site = buildSite({ ...content, rules });
    expect(rulesPage(site).body).toBe('正文');
    expect(agency(site).body).toBe('');
  });

  test('carries ledger and glossary, whose entries lie in no handbook', () => {
    const term = {
      term: '工作单',
      pinyin: 'gongzuodan',
      aliases: [],
      definition: '一张纸。',
      handbooks: ['agency' as const],
      see: [],
      from: [],
      origin: 'source' as const,
    };
    const document = { title: '客户部手册', handbook: 'agency' as const };
    const site = buildSite({
      ...contentOf({ agency: rawHandbook() }),
      documents: [{ id: 'S1', data: document }],
      terms: [{ id: 'job-order', data: term }],
    });
    expect(site.terms).toEqual([{ id: 'job-order', ...term }]);
    expect(site.ledger.documents).toEqual([{ id: 'S1', data: document }]);
    expect(site.ledger.statementsById.get('ag-ad-b1')?.src).toEqual(['S1', 'S4']);
  });

  test('carries the public holidays by year, each kind of day in one text', () => {
    const data = { off: ['2026-01-01', '2026-01-02'], work: ['2026-01-04'] };
    const site = buildSite({ ...contentOf({}), holidays: [{ id: '2026', data }] });
    expect(site.holidays).toEqual({
      years: { 2026: { off: '2026-01-01 2026-01-02', work: '2026-01-04' } },
    });
    expect(siteOf({}).holidays).toEqual({ years: {} });
  });

  test.each([
    ['a handbook that there is not', { 'agenda/roles/x': rawRole() }],
    ['a handbook without a front page', { 'service/roles/x': rawRole() }],
    ['no section, a folder too deep', { 'agency/roles/x/y': rawRole() }],
  ])('refuses an entry in %s', (_, files) => {
    const [id = ''] = Object.keys(files);
    expect(() => smallSite(files)).toThrow(`"${id}"`);
  });
});

describe('finding', () => {
  test('handbookOf names the handbook that is missing', () => {
    expect(handbookOf(smallSite(), 'agency').slug).toBe('agency');
    expect(() => handbookOf(smallSite(), 'service')).toThrow('"service"');
  });

  test('findPage takes a slug of the same handbook or a full reference', () => {
    const site = smallSite({
      service: rawHandbook(),
      'service/techniques/listening': rawTechnique({ title: '倾听' }),
    });
    expect(findPage(site, 'agency', 'techniques', 'briefing')).toBe(techniquePage(site));
    expect(findPage(site, 'service', 'techniques', 'agency/techniques/briefing')).toBe(
      techniquePage(site),
    );
    expect(findPage(site, 'agency', 'techniques', 'listening')).toBeUndefined();
    expect(findPage(site, 'agency', 'techniques', 'service/techniques/listening')?.title).toBe(
      '倾听',
    );
  });

  test('findPage finds no page of another section', () => {
    const site = smallSite();
    expect(findPage(site, 'agency', 'techniques', 'agency/roles/account-director')).toBeUndefined();
    expect(findPage(site, 'agency', 'techniques', 'account-director')).toBeUndefined();
  });
});

test('a handbook stands for its department', () => {
  expect(departmentOf(smallSite(), 'agency')).toBe('广告公司客户部');
  expect(departmentOf(smallSite(), 'service')).toBe('service');
});
