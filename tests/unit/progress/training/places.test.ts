import { describe, expect, test } from 'vitest';
import type { TrainingHandbook } from '../../../../src/model/plan-data.ts';
import {
  findPlaces,
  needsOf,
  placesOf,
  PLAIN_TITLE,
  planOfTitle,
  titleFromPlan,
  titleGroups,
  titleOf,
  usualNeed,
  usualTitle,
} from '../../../../src/progress/training/places.ts';

const BOOKS: readonly TrainingHandbook[] = [
  {
    handbook: 'agency',
    title: '代理手册',
    pages: [
      {
        ref: 'agency/roles/planner',
        title: '策划',
        section: 'roles',
        path: '/agency/roles/planner/',
        items: [{ id: 'daily', text: '每天写日报' }],
      },
      {
        ref: 'agency/workflows/contract',
        title: '合同评审',
        section: 'workflows',
        path: '/agency/workflows/contract/',
        items: [
          { id: 'draft', text: '起草合同' },
          { id: 'sign', text: '客户签字' },
        ],
      },
    ],
  },
  {
    handbook: 'service',
    title: '服务手册',
    pages: [
      {
        ref: 'service/rules/leave',
        title: '请假',
        section: 'rules',
        path: '/service/rules/leave/',
        items: [{ id: 'early', text: '提前一天说' }],
      },
    ],
  },
];

const PLACES = placesOf(BOOKS);
const placed = (...refs: string[]) => refs.flatMap((ref) => PLACES.filter((p) => p.ref === ref));
const found = (query: string) => findPlaces(PLACES, query).map(({ ref }) => ref);

test('each page comes before its items, with their addresses', () => {
  expect(PLACES.map(({ ref, path }) => [ref, path]).slice(1, 4)).toEqual([
    ['agency/roles/planner#daily', '/agency/roles/planner/#daily'],
    ['agency/workflows/contract', '/agency/workflows/contract/'],
    ['agency/workflows/contract#draft', '/agency/workflows/contract/#draft'],
  ]);
});

test('duties are practised, the rest is read; what fits is what the checks say', () => {
  expect(PLACES.map(usualNeed)).toEqual([
    'read',
    'practise',
    'read',
    'read',
    'read',
    'read',
    'read',
  ]);
  for (const place of PLACES) expect(needsOf(place)).toContain(usualNeed(place));
});

describe('search', () => {
  test('finds pages first, then items', () => {
    expect(found('合同')).toEqual(['agency/workflows/contract', 'agency/workflows/contract#draft']);
    expect(found('日报')).toEqual(['agency/roles/planner#daily']);
  });
  test('takes several words, of the page and of the item', () => {
    expect(found('合同评审 签字')).toEqual(['agency/workflows/contract#sign']);
  });
  test('nothing is found for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('，。')).toEqual([]);
    expect(found('没有这个')).toEqual([]);
  });
});

describe('titles', () => {
  const plans = [
    { id: 'first-week', title: '第一周', handbook: 'agency' },
    { id: 'other', title: '别的', handbook: 'service' },
  ];

  test('are those of the handbooks that the plan names', () => {
    const groups = titleGroups(placed('agency/workflows/contract#sign'), BOOKS, plans);
    expect(groups).toEqual([
      { label: '手册', titles: [{ titleFrom: 'agency', title: '代理手册 · 培训' }] },
      { label: '岗位', titles: [{ titleFrom: 'agency/roles/planner', title: '策划 · 培训' }] },
      { label: '现成的计划', titles: [{ titleFrom: 'plan:first-week', title: '第一周 · 自选' }] },
      {
        label: '计划里的页',
        titles: [{ titleFrom: 'agency/workflows/contract', title: '合同评审 · 培训' }],
      },
    ]);
    // Whoever opens the link reads the same title.
    const titles = {
      page: (ref: string) =>
        PLACES.find((place) => place.ref === ref)?.text ??
        BOOKS.find(({ handbook }) => handbook === ref)?.title,
      plan: (id: string) => plans.find((plan) => plan.id === id)?.title,
    };
    for (const { titleFrom, title } of groups.flatMap((group) => group.titles)) {
      expect(titleOf(titleFrom, titles)).toBe(title);
    }
    expect(titleOf('agency/rules/gone', titles)).toBe(PLAIN_TITLE);
    expect(titleOf('plan:gone', titles)).toBe(PLAIN_TITLE);
  });

  test('the usual one is among them', () => {
    for (const refs of [
      ['agency/workflows/contract', 'agency/workflows/contract#sign'],
      ['agency/workflows/contract', 'service/rules/leave'],
      ['agency/roles/planner#daily'],
    ]) {
      const offered = titleGroups(placed(...refs), BOOKS, plans).flatMap(({ titles }) => titles);
      expect(offered.map(({ titleFrom }) => titleFrom)).toContain(usualTitle(placed(...refs)));
    }
    expect(usualTitle(placed('agency/workflows/contract#sign'))).toBe('agency/workflows/contract');
    expect(usualTitle(placed('service/rules/leave', 'agency/roles/planner'))).toBe('service');
  });

  test('a plan that lends one is known by its prefix', () => {
    expect(planOfTitle(titleFromPlan('first-week'))).toBe('first-week');
    expect(planOfTitle('agency/roles/planner')).toBeUndefined();
  });
});
