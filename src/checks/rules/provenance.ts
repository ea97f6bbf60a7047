import type { Field } from '../parse/field.ts';
import { isStatement } from '../parse/items.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import { LEDGER_FILE } from '../parse/ledger.ts';

/** What a ledger id looks like; the schema's rule tells of anything else. */
const LEDGER_ID = /^[a-z]{2}-[a-z0-9-]+$/;

/** Every statement says where it comes from, and what it names is in the ledger. */
export function checkProvenance(page: HandbookPage, tree: ContentTree): Problem[] {
  return [...checkSources(page), ...checkLedgerIds(page, tree)];
}

function checkSources({ items }: HandbookPage): Problem[] {
  return items.filter(isStatement).flatMap(({ field }) => {
    const from = field.get('from');
    const hasSource = from.texts().length > 0 || (from.exists && from.items().length > 0);
    if (hasSource || field.get('origin').text === 'editorial') return [];
    return [
      problem(field.place, 'no-source', {
        found: '这一条没有写出处',
        expected: '有 from（出处台账的编号），或者标明 origin: editorial（编者补充）',
        fix: '原手册说过的，补 from: [台账编号]；原手册没有说的，补 origin: editorial',
      }),
    ];
  });
}

function checkLedgerIds({ front }: HandbookPage, tree: ContentTree): Problem[] {
  return front ? unknownSources(front, tree) : [];
}

/** The same of the glossary: what its terms name is in the ledger. */
export function checkTermSources(tree: ContentTree): Problem[] {
  return tree.terms.fields.flatMap((term) => unknownSources(term, tree));
}

function unknownSources(root: Field, { ledger }: ContentTree): Problem[] {
  if (ledger.state !== 'read') return [];
  const sources = root.descendants().filter(({ key }) => key === 'from');
  return sources
    .flatMap((from) => from.items())
    .flatMap((entry) => {
      const id = entry.text;
      if (id === undefined || ledger.ids.has(id) || !LEDGER_ID.test(id)) return [];
      return [
        problem(entry.place, 'unknown-ledger-id', {
          found: `出处台账里没有编号“${id}”。${didYouMean(id, ledger.ids)}`,
          expected: `from 里都是 ${LEDGER_FILE} 里有的编号`,
          fix: '照台账改正编号；台账里确实没有的内容，去掉 from，标 origin: editorial',
        }),
      ];
    });
}
