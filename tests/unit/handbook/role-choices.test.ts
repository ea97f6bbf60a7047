import { expect, test } from 'vitest';
import { roleChoices } from '../../../src/handbook/role-choices.ts';
import { buildSite } from '../../../src/handbook/site.ts';
import { isNamed } from '../../../src/model/former-name.ts';
import { contentOf, rawHandbook, rawRole, smallSite } from '../fixtures/site.ts';

const DIRECTOR = 'agency/roles/account-director';

test('all roles can be chosen, with the department they are of', () => {
  expect(roleChoices(smallSite({ service: rawHandbook() }))).toEqual([
    { reference: DIRECTOR, title: '客户总监', department: '广告公司客户部' },
  ]);
});

test('on a site of one handbook, the department goes without saying', () => {
  expect(roleChoices(smallSite())).toEqual([{ reference: DIRECTOR, title: '客户总监' }]);
});

test('of a long list, those beyond the cards are told apart', () => {
  const roles = Array.from({ length: 17 }, (_, n) => [
    `agency/roles/role-${String(n + 1).padStart(2, '0')}`,
    rawRole(),
  ]);
  const site = buildSite(
    contentOf({ agency: rawHandbook(), ...(Object.fromEntries(roles) as Record<string, never>) }),
  );
  const choices = roleChoices(site);
  expect(choices).toHaveLength(17);
  expect(choices.map(({ isFurther = false }) => isFurther)).toEqual([
    ...Array<boolean>(12).fill(false),
    ...Array<boolean>(5).fill(true),
  ]);
});

test('a role that was chosen before its page moved is still the chosen one', () => {
  const since = '2026-12-01';
  const moved = [
    { from: 'agency/roles/chief', to: 'agency/roles/head', since },
    { from: 'agency/roles/head', to: DIRECTOR, since },
  ];
  const content = contentOf({ agency: rawHandbook(), [DIRECTOR]: rawRole() });
  const site = buildSite({
    ...content,
    register: [{ id: 'moves', data: { moved, retired: [] } }],
  });
  const [choice] = roleChoices(site);
  expect(choice?.was).toEqual(['agency/roles/head', 'agency/roles/chief']);
  expect(choice && isNamed(choice, 'agency/roles/chief')).toBe(true);
});
