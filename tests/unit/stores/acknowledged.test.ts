import { expect, test } from 'vitest';
import { FakeBrowser } from '../fixtures/browser.ts';

const load = async () => ({
  ...(await import('../../../src/stores/acknowledged.ts')),
  ...(await import('../../../src/stores/training.ts')),
});

test('pages that were confirmed, the last one first; not those whose confirmation was taken back', async () => {
  const tab = await new FakeBrowser().openTab(load);
  tab.do(({ $training }) => $training.subscribe(() => undefined));
  tab.do(({ confirm }) => confirm('a/rules/one', 'read', 1));
  const slip = tab.do(({ confirm }) => confirm('a/rules/two', 'read', 1));
  tab.do(({ confirm }) => confirm('a/rules/old#item', 'practise', 1));
  tab.do(({ withdraw }) => withdraw(slip));
  const pages = tab.do(({ acknowledgedPages }) =>
    acknowledgedPages((ref) => ref.replace('/old', '/new')),
  );
  expect(pages.sort()).toEqual(['a/rules/new', 'a/rules/one']);
});
