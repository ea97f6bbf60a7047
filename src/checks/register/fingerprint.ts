/** Fingerprints of what is published: they change when a reader would read something else. */
import { createHash } from 'node:crypto';
import { PLANS_PAGE } from '../../model/plan-slug.ts';
import { NOTE_COMPONENT } from '../parse/items.ts';
import { attribute, components, isComponent, type MdNode } from '../parse/md-node.ts';
import { plansAmong, type PlanFile } from '../parse/plans.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import type { Place } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

/** Something with a public reference, as the content has it now. */
export interface Published {
  readonly reference: string;
  /** Eight hexadecimal digits. */
  readonly fingerprint: string;
  readonly place: Place;
  /** What the fingerprint is of, for people: a line for each field and each block of prose. */
  readonly lines: () => readonly string[];
}

/** What is no text of its own: the items below, and what only editors read. */
const NOT_TEXT = new Set([
  'groups',
  'duties',
  'phases',
  'steps',
  'ends',
  'points',
  'rules',
  'forms',
  'questions', // they ask about the text, and are none
  'id',
  'from',
  'origin',
  'order',
  'updated',
  'techniques',
  'pinyin',
  'see',
  // how a handbook is marked
  'hue',
  'icon',
  'tag',
  'route', // a list of links to existing items: moving one of them changes no text
]);

/** Nodes whose children stand below each other or beside each other, not in one line. */
const HOLDS_BLOCKS = /^(root|list|listItem|blockquote|table|tableRow|mdxJsxFlowElement)$/;

/** The frontmatter, which is read field by field, and comments. */
const UNREAD = /^(yaml|mdx.*Expression)$/;

const NOTES: readonly string[] = Object.values(NOTE_COMPONENT);

/** What is published on a page, taken once: several rules ask for it. */
const done = new WeakMap<HandbookPage, Published[]>();

/** Everything that has a public reference: handbooks, pages, their items, terms, and training plans. */
export function publishedOf(tree: ContentTree): Published[] {
  const pages = [...tree.pages.values()].flatMap((page) => {
    const known = done.get(page) ?? publishedOnPage(page);
    done.set(page, known);
    return known;
  });
  const terms = tree.terms.fields.flatMap((field) => {
    const id = field.get('id').text;
    return id === undefined
      ? []
      : [
          {
            reference: `glossary#${id}`,
            fingerprint: hash(ownText(field.toData())),
            place: field.place,
            lines: () => fieldLines(field.toData()),
          },
        ];
  });
  return [...pages, ...terms, ...plansAmong(tree.data).map(publishedPlan)];
}

/** A plan's list leads to existing items: what it lists is no text of its own. */
function publishedPlan({ slug, root }: PlanFile): Published {
  const own = { title: root.get('title').toData(), summary: root.get('summary').toData() };
  return {
    reference: `${PLANS_PAGE}#${slug}`,
    fingerprint: hash(ownText(own)),
    place: { ...root.place, line: 1 },
    lines: () => fieldLines(own),
  };
}

function publishedOnPage(page: HandbookPage): Published[] {
  const { front, body, items, location } = page;
  if (!front || !body) return [];
  const notes = new Map(
    components(body)
      .filter(({ node }) => isNote(node))
      .map(({ node }) => [attribute(node, 'id'), node]),
  );
  const whole = {
    reference: location.ref,
    fingerprint: hash([ownText(front.toData()), proseIn(body)]),
    place: { file: page.file, line: 1 },
    lines: () => [...fieldLines(front.toData()), ...proseLines(body)],
  };
  const parts = items.flatMap(({ id, field }) => {
    if (id === undefined) return [];
    const note = notes.get(id);
    return [
      {
        reference: `${location.ref}#${id}`,
        fingerprint: hash([ownText(field.toData()), note ? proseIn(note) : '']),
        place: field.place,
        lines: () => [...fieldLines(field.toData()), ...(note ? proseLines(note) : [])],
      },
    ];
  });
  return [whole, ...parts];
}

function isNote(node: MdNode): boolean {
  return isComponent(node) && NOTES.includes(node.name ?? '');
}

/** The prose in a node, without the notes in it, the frontmatter and editors' comments. */
function proseIn(node: MdNode): string {
  const titles = (node.attributes ?? []).flatMap(({ name, value }) =>
    name !== 'id' && typeof value === 'string' ? [value] : [],
  );
  const inside = (node.children ?? [])
    .filter((child) => !isNote(child) && !UNREAD.test(child.type))
    .map(proseIn);
  // A link or a term around a word changes nothing that is read, so no space comes of it.
  const text = node.value ?? inside.join(HOLDS_BLOCKS.test(node.type) ? ' ' : '');
  return [...titles, text].join(' ');
}

/** `text: 回复客户`, of the fields that count. */
function fieldLines(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_TEXT.has(key))
    .map(([key, entry]) => `${key}: ${shown(entry)}`);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('；');
  if (typeof value !== 'object' || value === null) return String(value);
  return fieldLines(value).join('，');
}

/** The blocks of prose in a node: paragraphs, headings, rows of tables. */
function proseLines(node: MdNode): string[] {
  const inside = (node.children ?? []).filter(
    (child) => !isNote(child) && !UNREAD.test(child.type),
  );
  const isBlock = !HOLDS_BLOCKS.test(node.type) || node.type === 'tableRow';
  if (isBlock) return [proseIn(node).replace(/\s+/g, ' ').trim()].filter(Boolean);
  const hasText = inside.some((child) => child.type === 'text');
  return hasText ? [proseIn(node).replace(/\s+/g, ' ').trim()] : inside.flatMap(proseLines);
}

/** The fields of a value that a reader reads, keys sorted, so that their order does not matter. */
function ownText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ownText);
  return Object.entries(value)
    .filter(([key]) => !NOT_TEXT.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, ownText(entry)]);
}

function hash(value: unknown): string {
  const text = JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'string' ? entry.replace(/\s+/g, ' ').trim() : entry,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
