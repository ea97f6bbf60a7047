import { describe, expect, test } from 'vitest';
import { routeOf } from '../../../src/handbook/route.ts';
import { rawRole, rolePage, smallSite } from '../fixtures/site.ts';

const routeWith = (...day: string[]) => {
  const stop = ['check-mail'];
  const route = { day, week: stop, month: stop, quarter: stop };
  const site = smallSite({ 'agency/roles/account-director': rawRole({ route }) });
  return routeOf(site, rolePage(site));
};

describe('routeOf', () => {
  test('is empty for a role that has no route', () => {
    const site = smallSite();
    expect(routeOf(site, rolePage(site))).toEqual([]);
  });

  test('has a leg for each stage of the first quarter', () => {
    const legs = routeWith('check-mail');
    expect(legs.map(({ title }) => title)).toEqual(['第一天', '第一周', '第一个月', '第一个季度']);
    expect(legs.map(({ stops }) => stops.length)).toEqual([1, 1, 1, 1]);
  });

  test('leads to a duty of the page, by its id', () => {
    expect(routeWith('check-mail')[0]?.stops).toEqual([
      { path: '/agency/roles/account-director/#check-mail', text: '做 check-mail', kind: '职责' },
    ]);
  });

  test('leads to pages and to items of other pages, in the order that was written', () => {
    const stops = routeWith(
      'agency/workflows/win-new-client#pitch',
      'agency/techniques/briefing',
      'check-mail',
    )[0]?.stops;
    expect(stops?.map(({ path, text }) => [path, text])).toEqual([
      ['/agency/workflows/win-new-client/#pitch', '做 pitch'],
      ['/agency/techniques/briefing/', '业务说明会'],
      ['/agency/roles/account-director/#check-mail', '做 check-mail'],
    ]);
    expect(stops?.map(({ kind }) => kind)).toEqual(['B 工作流程', 'C 服务技巧', '职责']);
  });

  test.each([
    'not-a-duty',
    'agency/techniques/not-written-yet',
    'agency/workflows/win-new-client#not-a-step',
    'service/roles/account-director',
  ])('refuses %s, which leads nowhere, and says on which page', (entry) => {
    expect(() => routeWith(entry)).toThrow(entry);
    expect(() => routeWith(entry)).toThrow('agency/roles/account-director');
  });

  test('refuses what is no reference', () => {
    expect(() => routeWith('agency/techniques/')).toThrow(RangeError);
  });
});
