import type { HandbookSlug } from '../../model/vocabulary.ts';
import { LEDGER_FILE } from '../parse/ledger.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

/** There is a ledger when pages refer to it. */
export function checkLedger({ ledger, pages }: ContentTree): Problem[] {
  if (ledger.state !== 'missing' || pages.size === 0) return [];
  return [
    problem({ file: LEDGER_FILE, line: 1 }, 'missing-ledger', {
      found: '没有出处台账，无法核对各页的 from',
      expected: `出处台账在 ${LEDGER_FILE}`,
      fix: '把台账放回原处',
    }),
  ];
}

/**
 * Every ledger entry of these handbooks is carried by an item or a page. Not asked while a page
 * cannot be read: what that page carries would be reported as lost.
 */
export function checkCoverage(tree: ContentTree, complete: readonly HandbookSlug[]): Problem[] {
  if (!tree.isWhole) return [];
  const carried = new Set(
    [...tree.pages.values()].flatMap(({ front }) =>
      (front?.descendants() ?? [])
        .filter(({ key }) => key === 'from')
        .flatMap((from) => from.texts()),
    ),
  );
  return tree.ledger.entries
    .filter(({ id, handbook }) => complete.includes(handbook) && !carried.has(id))
    .map(({ id, handbook, fact, field }) =>
      problem(field.get('id').place, 'uncarried-entry', {
        found: `没有一条内容承接台账的 ${id}：“${fact}”`,
        expected: `手册 ${handbook} 的每条台账都有至少一条内容承接`,
        fix: `在说到这件事的那一条的 from 里加上 ${id}；还没有写的，补写一条`,
      }),
    );
}
