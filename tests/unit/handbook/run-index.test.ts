import { describe, expect, test } from 'vitest';
import { namedPages, presentWorkflow, runIndex } from '../../../src/handbook/run-index.ts';
import type { Site } from '../../../src/handbook/types.ts';
import { templateHash, templateOf } from '../../../src/handbook/workflow-template.ts';
import { resolveWorkflow } from '../../../src/model/run-index.ts';
import { editionSchema } from '../../../src/schemas/edition.ts';
import { smallSite, workflowPage } from '../fixtures/site.ts';

const WORKFLOW = 'agency/workflows/win-new-client';
const since = '2026-12-01';

function siteWith(moved: [string, string][] = [], retired: string[] = []): Site {
  const edition = editionSchema.parse({
    number: 3,
    date: since,
    title: '第三版',
    summary: '改了。',
    changes: [{ ref: WORKFLOW, kind: 'changed', what: '改了。', why: '更好。', material: false }],
  });
  return {
    ...smallSite(),
    editions: [edition],
    register: {
      moved: moved.map(([from, to]) => ({ from, to, since })),
      retired: retired.map((ref) => ({ ref, why: '不做了。', since })),
    },
  };
}

describe('runIndex', () => {
  test('names the edition and every workflow with the hash and the place of its template', () => {
    const site = siteWith();
    const hash = templateHash(templateOf(site, workflowPage(site)));
    expect(runIndex(site)).toEqual({
      edition: 3,
      workflows: {
        [WORKFLOW]: {
          title: '争取新客户',
          hash,
          template: `/data/agency/win-new-client.${hash}.json`,
        },
      },
      moved: {},
      retired: {},
    });
  });

  test('leads former references to the present one, over several moves', () => {
    const site = siteWith([
      ['agency/workflows/oldest', 'agency/workflows/old'],
      ['agency/workflows/old', WORKFLOW],
      ['agency/roles/x', 'agency/roles/account-director'],
    ]);
    const { moved } = runIndex(site);
    expect(moved).toEqual({
      'agency/workflows/oldest': WORKFLOW,
      'agency/workflows/old': WORKFLOW,
    });
  });

  test('tells former ids of steps, under the page’s former address too; not those that left it', () => {
    const site = siteWith([
      ['agency/workflows/old', WORKFLOW],
      ['agency/workflows/old#call', 'agency/workflows/old#ring-up'],
      [`${WORKFLOW}#ring-up`, `${WORKFLOW}#first-call`],
      ['agency/workflows/other#first', `${WORKFLOW}#pitch`],
    ]);
    expect(presentWorkflow(site, workflowPage(site)).renamed).toEqual({
      'ring-up': 'first-call',
      call: 'first-call',
    });
  });

  test('says why a workflow was retired', () => {
    const gone = 'agency/workflows/gone';
    expect(runIndex(siteWith([], [gone])).retired).toEqual({ [gone]: '不做了。' });
  });
});

describe('resolveWorkflow', () => {
  const index = runIndex(siteWith([['agency/workflows/old', WORKFLOW]], ['agency/workflows/gone']));

  test('finds a workflow by its present name and by a former one', () => {
    for (const name of [WORKFLOW, 'agency/workflows/old']) {
      expect(resolveWorkflow(index, name)).toMatchObject({
        reference: WORKFLOW,
        present: { title: '争取新客户' },
      });
    }
  });

  test('tells a retired one from one that never was', () => {
    expect(resolveWorkflow(index, 'agency/workflows/gone')).toEqual({
      reference: 'agency/workflows/gone',
      retired: '不做了。',
    });
    expect(resolveWorkflow(index, 'agency/workflows/none')).toEqual({
      reference: 'agency/workflows/none',
    });
  });

  test('takes no name that every object answers to for a workflow', () => {
    expect(resolveWorkflow(index, 'constructor')).toEqual({ reference: 'constructor' });
  });
});

test('namedPages knows roles and workflows by every name they have had', () => {
  const pages = namedPages(siteWith([['agency/roles/boss', 'agency/roles/account-director']]));
  const director = { title: '客户总监（广告公司客户部）', path: '/agency/roles/account-director/' };
  expect(pages).toEqual({
    'agency/roles/account-director': director,
    'agency/roles/boss': director,
    [WORKFLOW]: { title: '争取新客户（广告公司客户部）', path: `/${WORKFLOW}/` },
  });
});
