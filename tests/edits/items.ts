/** Sections 2 to 4 of CONTRIBUTING.md: rewording, a duty more, a step more. */
import { parse } from 'yaml';
import type { EditedContent } from './edited-content.ts';
import { lineFor, lineForItems } from './proposals.ts';

/** A step as the frontmatter has it. */
export interface SourceStep {
  readonly id: string;
  readonly by?: string;
  readonly kind: string;
  readonly next?: string;
  readonly from?: readonly string[];
  readonly critical?: boolean;
  readonly outcomes?: readonly { readonly id: string; readonly to: string }[];
}

export interface SourcePhase {
  readonly id: string;
  readonly steps: readonly SourceStep[];
}

/** The sentence changes, its id stays; a line in the edition, the day, the register. */
export function rewordDuty(content: EditedContent): void {
  const role = content.pages('roles').at(-1);
  const id = /^ {6}- id: (\S+)$/m.exec(role?.text ?? '')?.[1];
  if (!role || !id) throw new Error('No duty');
  content.edit(role.path, [
    new RegExp(`(- id: ${id}\\n {8}text: ).*`),
    `$1每天把客户说的话原样记下来 ${content.edition.number}`,
  ]);
  content.touch(role.path);
  content.note(lineFor(`${role.ref}#${id}`, 'changed'));
  content.register();
}

/** Years of rewording at once: each item and each summary says something else; two lines for each page. */
export function rewordEverything(content: EditedContent): void {
  for (const page of content.pages()) {
    const text = page.text.replace(/^---\n[^]*?\n---\n/, (front) =>
      front
        .replace(
          /^( {4,8}(?:text|title): )(?!["'])(.{2,36})$/gm,
          (_, key: string, text: string) => `${key}照样${/^\w/.test(text) ? ' ' : ''}${text}`,
        )
        .replace(/^(summary: )(?!["'])/m, '$1照这一页做：'),
    );
    if (text === page.text) throw new Error(`Nothing to reword in ${page.path}`);
    content.write(page.path, text);
    content.touch(page.path);
    const reworded = rewordedIn(page.text, text);
    content.note(lineFor(page.ref, 'changed'), lineForItems(page.ref, reworded));
  }
  content.register();
}

/** The ids of the items whose text or title is another. */
function rewordedIn(before: string, after: string): string[] {
  const textsOf = (page: string) => new Map(itemsIn(frontOf(page)));
  const old = textsOf(before);
  return [...textsOf(after)].flatMap(([id, text]) => (old.get(id) === text ? [] : [id]));
}

const frontOf = (page: string): unknown => parse(/^---\n([^]*?\n)---\n/.exec(page)?.[1] ?? '');

/** Whatever has an id and a text or a title. */
function itemsIn(value: unknown): [id: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, text, title } = value as Record<string, unknown>;
  const said = text ?? title;
  const own = typeof id === 'string' && typeof said === 'string';
  return [
    ...(own ? [[id, said] as [string, string]] : []),
    ...Object.values(value).flatMap(itemsIn),
  ];
}

/** Two duties more in the first group of each role, one an act and one a standard. */
export function addDuties(content: EditedContent): void {
  const { number } = content.edition;
  for (const { path, ref } of content.pages('roles')) {
    const ids = [`look-back-${number}`, `keep-word-${number}`] as const;
    content.edit(path, [
      /^( {4}duties:\n)/m,
      `$1      - id: ${ids[0]}
        text: 周五把这一周的事从头看一遍
        kind: act
        cadence: weekly
        doneWhen: 周报第一行写着这一周最要紧的一件事
        why: 一周里的小事合起来，才看得出客户要往哪里去。
        origin: editorial
      - id: ${ids[1]}
        text: 答应客户的事都做到
        kind: standard
        doneWhen: 联络记录里答应过的事，每一件都写着哪天办完
        origin: editorial
`,
    ]);
    content.touch(path);
    content.note(...ids.map((id) => lineFor(`${ref}#${id}`, 'added')));
  }
  content.register();
}

/** A step more after a plain one, in the first phase of each workflow that has room. */
export function addSteps(content: EditedContent): void {
  const { number } = content.edition;
  let added = 0;
  for (const { path, ref, front } of content.pages('workflows')) {
    const phases = front['phases'] as readonly SourcePhase[];
    const before = phases
      .filter(({ steps }) => steps.length < 9)
      .flatMap(({ steps }) => steps)
      .find(({ next, outcomes }) => !next && !outcomes);
    if (!before) continue;
    const id = `check-again-${number}`;
    content.edit(path, [
      new RegExp(`( {6}- id: ${before.id}\\n(?: {8}.*\\n)+)`),
      `$1      - id: ${id}
        title: 动手前再核对一遍要求
        short: 再核对 ${number}
        by: ${before.by}
        kind: action
        doneWhen: 要求清单上每一项都打了勾
        origin: editorial
`,
    ]);
    content.touch(path);
    content.note(lineFor(`${ref}#${id}`, 'added'));
    added += 1;
  }
  if (added < 3) throw new Error('Hardly a workflow has room for a step');
  content.register();
}
