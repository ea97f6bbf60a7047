import type { HandbookSlug } from '../../model/handbook-slug.ts';
import { didYouMean, nearest } from '../advice/nearest.ts';
import { LEDGER_FILE } from '../parse/ledger.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

/** There is a ledger when pages refer to it; handbooks that no old manual is behind need none. */
export function checkLedger({ ledger, pages, terms, handbooks }: ContentTree): Problem[] {
  if (ledger.state !== 'missing') return checkHandbooks(ledger, handbooks);
  const roots = [...terms.fields, ...[...pages.values()].flatMap(({ front }) => front ?? [])];
  const isNamed = roots.flatMap((root) => root.descendants()).some(({ key }) => key === 'from');
  if (!isNamed) return [];
  return [
    problem({ file: LEDGER_FILE, line: 1 }, 'missing-ledger', {
      found: '没有出处台账，无法核对各页的 from',
      expected: `出处台账在 ${LEDGER_FILE}`,
      fix: '把台账放回原处',
    }),
  ];
}

/**
 * Names that were meant for a handbook that is there. Others may stand in the ledger: what is to become a
 * handbook has statements before it has pages.
 */
function checkHandbooks(
  { handbookFields }: ContentTree['ledger'],
  handbooks: readonly HandbookSlug[],
): Problem[] {
  return handbookFields.flatMap(({ name, field }) => {
    const guess = handbooks.includes(name) ? undefined : nearest(name, handbooks);
    if (guess === undefined) return [];
    return [
      problem(field.place, 'unknown-handbook', {
        found: `台账写的手册“${name}”没有文件夹。${didYouMean(name, handbooks)}`,
        expected: `其中之一：${handbooks.join('、')}`,
        fix: `改成 ${guess}`,
      }),
    ];
  });
}

/**
 * Every ledger entry of these handbooks is carried by an item or a page. Not asked while a page
 * cannot be read: what that page carries would be reported as lost.
 */
export function checkCoverage(tree: ContentTree, complete?: readonly HandbookSlug[]): Problem[] {
  if (!tree.isWhole) return [];
  const carried = new Set(
    [...tree.pages.values()].flatMap(({ front }) =>
      (front?.descendants() ?? [])
        .filter(({ key }) => key === 'from')
        .flatMap((from) => from.texts()),
    ),
  );
  return tree.ledger.entries
    .filter(({ id, handbook }) => (complete?.includes(handbook) ?? true) && !carried.has(id))
    .map(({ id, handbook, fact, field }) =>
      problem(field.get('id').place, 'uncarried-entry', {
        found: `没有一条内容承接台账的 ${id}：“${fact}”`,
        expected: `手册 ${handbook} 的每条台账都有至少一条内容承接`,
        fix: tree.handbooks.includes(handbook)
          ? `在说到这件事的那一条的 from 里加上 ${id}；还没有写的，补写一条`
          : `写 content/${handbook}/ 里的手册；不要这本手册了，把它在台账里的部分整段删掉`,
      }),
    );
}
