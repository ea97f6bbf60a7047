import { describe, expect, test } from 'vitest';
import { changeSections } from '../../../src/handbook/editions.ts';
import { formerPlanIds, formerPlans } from '../../../src/handbook/former-plans.ts';
import { destinationOf } from '../../../src/handbook/former-pages.ts';
import { plansIn, plansOf } from '../../../src/handbook/plans.ts';
import { buildSite } from '../../../src/handbook/site.ts';
import type { Moves, Site } from '../../../src/handbook/types.ts';
import type { Edition } from '../../../src/schemas/edition.ts';
import { planSchema } from '../../../src/schemas/plan.ts';
import {
  agency,
  contentOf,
  rawAct,
  rawHandbook,
  rawRole,
  rawRules,
  rawTechnique,
  rawWorkflow,
} from '../fixtures/site.ts';

const ROLE = 'agency/roles/account-director';
const ROUTE = {
  day: ['check-mail', 'agency/rules/conduct'],
  week: ['agency/workflows/win-new-client', 'agency/rules/conduct#reply'],
  month: ['call-clients', 'agency/workflows/win-new-client#pitch', 'agency/rules/conduct'],
  quarter: ['agency/techniques/briefing'],
};
const DUTIES = [rawAct('check-mail'), rawAct('call-clients')];
const director = (more = {}) =>
  rawRole({ groups: [{ id: 'work', title: '工作', duties: DUTIES }], route: ROUTE, ...more });

interface Plans {
  readonly plans?: Record<string, Record<string, unknown>>;
  readonly register?: Partial<Moves>;
  readonly published?: readonly string[];
  readonly more?: Record<string, Record<string, unknown>>;
  readonly editions?: readonly Edition[];
}

function siteWith(wanted: Plans = {}): Site {
  const { plans = {}, register = {}, published, more = {}, editions = [] } = wanted;
  const content = contentOf({
    agency: rawHandbook(),
    [ROLE]: director(),
    'agency/workflows/win-new-client': rawWorkflow(),
    'agency/techniques/briefing': rawTechnique(),
    'agency/rules/conduct': rawRules(),
    ...more,
  });
  const { identity } = content;
  return buildSite({
    ...content,
    identity: published ? { ...identity, handbooks: [...published] } : identity,
    plans: Object.entries(plans).map(([id, raw]) => ({ id, data: planSchema.parse(raw) })),
    editions: editions.map((data) => ({ id: String(data.number), data })),
    register: [{ id: 'moves', data: { moved: [], retired: [], ...register } }],
  });
}

const pitch = (more = {}) => ({
  title: '第一次提案',
  role: ROLE,
  summary: '给第一次上台的人。',
  items: [
    { ref: 'agency/techniques/briefing', need: 'read', day: 1 },
    { ref: 'agency/techniques/briefing#prepare', need: 'practise', day: 3 },
    { ref: 'agency/workflows/win-new-client#pitch', need: 'observe', day: 3 },
  ],
  ...more,
});

/** Two handbooks, each with a role of the same title; the other's has no route. */
const other = {
  service: rawHandbook({ title: '客服手册', department: '客户服务部', hue: 'indigo' }),
  'service/roles/account-director': director({ route: undefined }),
};

describe("a role's route as a plan", () => {
  test('has days for its stages: pages are read, duties practised', () => {
    const [found] = plansOf(siteWith());
    expect(found?.plan).toEqual({
      id: 'agency-account-director',
      title: '客户总监入职路线',
      items: [
        { ref: `${ROLE}#check-mail`, need: 'practise', day: 1 },
        { ref: 'agency/rules/conduct', need: 'read', day: 1 },
        { ref: 'agency/workflows/win-new-client', need: 'read', day: 5 },
        { ref: 'agency/rules/conduct#reply', need: 'read', day: 5 },
        { ref: `${ROLE}#call-clients`, need: 'practise', day: 22 },
        { ref: 'agency/workflows/win-new-client#pitch', need: 'read', day: 22 },
        // What stands in an earlier stage is not asked for again.
        { ref: 'agency/techniques/briefing', need: 'read', day: 66 },
      ],
    });
    expect(found?.days.map(({ title }) => title)).toEqual([
      '第一天',
      '第一周',
      '第一个月',
      '第一个季度',
    ]);
    expect(found).toMatchObject({ path: '/train/agency-account-director/', isRoute: true });
  });

  test('says what each item is and where it leads', () => {
    const stops = plansOf(siteWith())[0]?.days.flatMap((day) => day.stops) ?? [];
    expect(stops.slice(0, 3).map(({ text, kind, path }) => [text, kind, path])).toEqual([
      ['做 check-mail', '职责', `/${ROLE}/#check-mail`],
      ['行为规范', 'D 制度规范', '/agency/rules/conduct/'],
      ['争取新客户', 'B 工作流程', '/agency/workflows/win-new-client/'],
    ]);
    expect(stops.find(({ ref }) => ref.endsWith('#reply'))).toMatchObject({ kind: '行为规范' });
  });

  test('is none for a role that has no route', () => {
    expect(plansOf(siteWith({ more: { [ROLE]: director({ route: undefined }) } }))).toEqual([]);
  });

  test('is told by its department from that of a role of the same title', () => {
    const [found] = plansOf(siteWith({ more: other }));
    expect(found?.plan.title).toBe('客户总监入职路线（广告公司客户部）');
  });
});

describe('an authored plan', () => {
  test('stands behind the route of its role, with its days', () => {
    const site = siteWith({ plans: { pitch: pitch() } });
    expect(plansIn(site, agency(site)).map(({ plan }) => plan.id)).toEqual([
      'agency-account-director',
      'pitch',
    ]);
    expect(plansOf(site)[1]).toMatchObject({
      path: '/train/pitch/',
      isRoute: false,
      plan: { title: '第一次提案', items: pitch().items },
      days: [
        { title: '第 1 个工作日', stops: [{ text: '业务说明会' }] },
        { title: '第 3 个工作日', stops: [{ text: '先写好提纲' }, { text: '做 pitch' }] },
      ],
    });
  });

  test('goes without what is not published, and with its role', () => {
    const items = [
      { ref: 'service/roles/account-director#check-mail', need: 'practise', day: 1 },
      ...pitch().items,
    ];
    const plans = {
      pitch: pitch({ items }),
      calls: pitch({ role: 'service/roles/account-director' }),
    };
    const ids = (published?: readonly string[]) =>
      plansOf(siteWith({ plans, more: other, ...(published ? { published } : {}) })).map(
        ({ plan }) => [plan.id, plan.items.length],
      );
    expect(ids()).toEqual([
      ['agency-account-director', 7],
      ['pitch', 4],
      ['calls', 3],
    ]);
    expect(ids(['agency'])).toEqual([
      ['agency-account-director', 7],
      ['pitch', 3],
    ]);
  });

  test('that leads nowhere is refused, and says where', () => {
    const items = [{ ref: 'agency/techniques/briefings', need: 'read', day: 1 }];
    expect(() => plansOf(siteWith({ plans: { pitch: pitch({ items }) } }))).toThrow('briefings');
  });
});

describe('an edition that names a plan', () => {
  const changes = ['pitch', 'calls', 'gone'].map((slug) => ({
    ref: `train#${slug}`,
    kind: 'changed' as const,
    what: '改了简介。',
    why: '更好懂。',
    material: false,
  }));
  const edition = {
    number: 1,
    date: new Date('2026-12-01'),
    title: '第一版',
    summary: '改了计划。',
    changes,
  };
  const site = (published?: readonly string[]) => {
    const plans = { pitch: pitch(), calls: pitch({ role: 'service/roles/account-director' }) };
    return siteWith({
      plans,
      more: other,
      editions: [edition],
      ...(published ? { published } : {}),
    });
  };

  test('lists it among the plans, with where it leads', () => {
    const [section] = changeSections(site(), edition);
    expect(section).toMatchObject({ title: '培训计划', others: [{ title: '培训计划' }] });
    expect(section?.handbook).toBeUndefined();
    expect(section?.others[0]?.changes.map(({ item }) => item)).toEqual([
      { path: '/train/pitch/', text: '第一次提案' },
      { path: '/train/calls/', text: '第一次提案' },
      undefined,
    ]);
  });

  test('says nothing of one that is not published', () => {
    expect(site(['agency']).editions[0]?.changes.map(({ ref }) => ref)).toEqual(['train#pitch']);
  });
});

describe('where a plan stood', () => {
  const since = '2026-11-28';

  test('leads to where it is, or says why it is no more', () => {
    const site = siteWith({
      plans: { pitch: pitch() },
      register: {
        moved: [{ from: 'train#first-pitch', to: 'train#pitch', since }],
        retired: [{ ref: 'train#calls', why: '不再值班。', since }],
      },
    });
    expect(formerPlans(site)).toEqual([
      {
        reference: 'train/first-pitch',
        since,
        items: [],
        to: { path: '/train/pitch/', title: '第一次提案' },
      },
      { reference: 'train/calls', since, items: [], why: '不再值班。' },
    ]);
    expect(destinationOf(site, 'train#first-pitch')?.path).toBe('/train/pitch/');
    expect(formerPlanIds(site, '/train/pitch/')).toEqual(['first-pitch']);
  });

  test('follows the role whose route it is', () => {
    const moved = [{ from: 'agency/roles/director', to: ROLE, since }];
    expect(formerPlans(siteWith({ register: { moved } }))).toMatchObject([
      { reference: 'train/agency-director', to: { path: '/train/agency-account-director/' } },
    ]);
    expect(
      formerPlanIds(siteWith({ register: { moved } }), '/train/agency-account-director/'),
    ).toEqual(['agency-director']);
    const retired = [{ ref: 'agency/roles/director', why: '并岗了。', since }];
    expect(formerPlans(siteWith({ register: { retired } }))).toMatchObject([
      { reference: 'train/agency-director', why: '并岗了。' },
    ]);
  });

  test('is no concern of a plan that stands there now', () => {
    const moved = [{ from: 'train#pitch', to: 'train#calls', since }];
    const plans = { pitch: pitch(), calls: pitch({ title: '第二次提案' }) };
    expect(formerPlans(siteWith({ plans, register: { moved } }))).toEqual([]);
  });
});
