/** Writes the content of a synthetic site of any size, in place of a copy's real one. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { ContentFile } from '../../../src/checks/problem.ts';
import { readContentTree } from '../../../src/checks/content-tree.ts';
import { seeded, whole } from '../../../tests/support/random.ts';
import { commonFields, makePage } from './pages.ts';
import { readSentencePool } from './sentence-pool.ts';
import { planPages } from './plan.ts';

/** Keys whose entries have a provenance of their own. */
const ITEMS = /^(duties|steps|points|rules)$/;

/** An item of the frontmatter that a statement may be given to. */
type Item = Record<string, unknown>;

/**
 * Replaces the content of a copy, its editions and its register. The glossary, the ledger, the holidays
 * and the synonyms are the real ones; every statement of the ledger is carried by one item, all other items are the editors'.
 *
 * @param root of the copy
 * @param real the real content
 * @param count pages in the handbooks' sections, the front pages left out
 * @param isEven the same number of pages in each section
 */
export function writeContent(
  root: string,
  real: readonly ContentFile[],
  count: number,
  isEven = false,
): void {
  const random = seeded(count);
  const { handbooks } = readContentTree(real).tree;
  const pool = readSentencePool(real);
  const made = planPages(handbooks, count, pool.slugs, isEven).map((page) => {
    const material = { random, pool, page };
    const { fields, body } = makePage(material);
    return { page, front: { ...commonFields(material), ...fields }, body };
  });
  const textOf = (path: string) => real.find((file) => file.path === path)?.text ?? '';
  const ledger = parse(textOf('content/sources/ledger.yaml')) as Record<string, unknown>;
  for (const handbook of handbooks) {
    const items = made
      .filter(({ page }) => page.handbook === handbook)
      .flatMap(({ front }) => itemsIn(front, ''));
    for (const id of idsIn(ledger[handbook])) carry(items[whole(random, items.length)], id);
  }

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const handbook of handbooks) {
    rmSync(join(root, 'content', handbook), { recursive: true });
    write(`content/${handbook}/index.mdx`, frontPage(textOf(`content/${handbook}/index.mdx`)));
  }
  for (const { page, front, body } of made) {
    const yaml = stringify(front, { lineWidth: 0 });
    write(
      `content/${page.handbook}/${page.section}/${page.slug}.mdx`,
      `---\n${yaml}---\n\n${body}\n`,
    );
  }
  const terms = readFileSync(join(root, 'content/glossary/terms.yaml'), 'utf8');
  // They lead to real pages, which are not here.
  write('content/glossary/terms.yaml', terms.replace(/^ {2}see: .*\n/gm, ''));
  rmSync(join(root, 'content/ids.yaml'));
  // So do the facts that real pages decide.
  rmSync(join(root, 'content/facts.yaml'), { force: true });
  // So do the lines of the real editions.
  rmSync(join(root, 'content/editions'), { recursive: true });
  write('content/editions/1.yaml', firstEdition(handbooks));
}

function firstEdition(handbooks: readonly string[]): string {
  const changes = handbooks.map((ref) => ({
    ref,
    kind: 'added',
    what: '手册成册。',
    why: '量一量多大的手册走得动。',
    material: true,
  }));
  return stringify({
    number: 1,
    date: '2026-11-23',
    title: '第一版',
    summary: '合成的手册，只用来量。',
    changes,
  });
}

/** The real front page, its links to pages as plain text, and what its statement was as an item's. */
function frontPage(text: string): string {
  return text.replace(/\[([^\]]*)\]\(\/[^)]*\)/g, '$1').replace(/^from: .*$/m, 'origin: editorial');
}

function itemsIn(value: unknown, key: string): Item[] {
  if (Array.isArray(value)) {
    const entries = value as unknown[];
    return ITEMS.test(key) ? (entries as Item[]) : entries.flatMap((entry) => itemsIn(entry, ''));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => itemsIn(child, name));
}

function carry(item: Item | undefined, statement: string): void {
  if (!item) throw new RangeError('No item to carry a statement');
  delete item['origin'];
  item['from'] = [...((item['from'] as string[] | undefined) ?? []), statement];
}

function idsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('id' in node && 'fact' in node) return [String(node.id)];
  return Object.values(node).flatMap(idsIn);
}
