/** The register of published references: nothing that readers may have linked or ticked gets lost. */
import { registerSchema } from '../../schemas/register.ts';
import type { Published } from '../register/fingerprint.ts';
import { checkDay } from '../advice/day.ts';
import type { Field } from '../parse/field.ts';
import { nearest } from '../advice/nearest.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import {
  endOf,
  isAccountedFor,
  pageOf,
  REGISTER_FILE,
  viewRegister,
} from '../register/register-view.ts';
import type { RegisterView } from '../register/register-view.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';
import { newestEdition } from './editions.ts';
import { checkMoves } from './moves.ts';

/**
 * Checks the register against the content. Not to be asked while a file cannot be read: what is in
 * that file would be reported as lost.
 *
 * @param isNeeded false where a content without a register is no fault
 */
export function checkRegister(tree: ContentTree, isNeeded: boolean): Problem[] {
  const register = viewRegister(tree);
  if (!register) return isNeeded ? [missing()] : [];
  const shape = checkShape(register.root);
  if (shape.length > 0) return shape;
  return [
    ...checkVanished(register, newestEdition(tree).date ?? '2026-01-01'),
    ...checkUnregistered(register),
    ...checkMoves(register),
    ...checkChanged(tree, register),
  ];
}

function missing(): Problem {
  return problem({ file: REGISTER_FILE, line: 1 }, 'missing-register', {
    found: '没有登记册，无法核对发布过的名字是不是都还在',
    expected: `登记册在 ${REGISTER_FILE}`,
    fix: '把它放回原处；从来没有过的，运行 npm run ids',
  });
}

function checkShape(root: Field): Problem[] {
  const issues = registerSchema.safeParse(root.toData()).error?.issues ?? [];
  const days = ['moved', 'retired'].flatMap((list) =>
    root
      .get(list)
      .items()
      .map((entry) => entry.get('since')),
  );
  const isMadeByUs = (path: readonly PropertyKey[]) => path[0] === 'published' && path.length > 1;
  const isWrittenDay = (path: readonly PropertyKey[]) =>
    path.at(-1) === 'since' && root.at(path).exists;
  return [
    ...issues.flatMap((issue) => {
      if (isWrittenDay(issue.path)) return [];
      if (isMadeByUs(issue.path)) return [touched(root.at(issue.path))];
      return issueProblems(issue, root, registerSchema);
    }),
    ...days.flatMap((day) => checkDay(day, '移走或停用那天')),
  ];
}

function touched(field: Field): Problem {
  return problem(field.keyPlace, 'bad-fingerprint', {
    found: `“${field.name}”这一行不是 npm run ids 写的样子`,
    expected: '“名字: 八位指纹”，由 npm run ids 写，不用手改',
    fix: '删掉这一行，再运行 npm run ids',
  });
}

/** A name that the register has kept, and where; its place is looked up when it is asked for. */
interface Known {
  readonly name: string;
  readonly place: () => Place;
  /** Not kept of what is settled. */
  readonly fingerprint?: string | undefined;
}

/** A page that vanished is told once, not once more for each of its items. */
function checkVanished(register: RegisterView, since: string): Problem[] {
  const lost = knownNames(register).filter(({ name }) => isLost(register, name));
  const names = new Set(lost.map(({ name }) => name));
  return lost
    .filter(({ name }) => name === pageOf(name) || !names.has(pageOf(name)))
    .map((known) => vanished(register, known, since));
}

/** What is published, and what once was: its entry may have been deleted since. */
function knownNames({ published, former = new Map() }: RegisterView): Known[] {
  return [
    ...[...published].map(([name, field]) => ({
      name,
      place: () => field.keyPlace,
      fingerprint: field.text,
    })),
    ...[...former].map(([name, field]) => ({ name, place: () => field.place })),
  ];
}

function isLost(register: RegisterView, reference: string): boolean {
  const { moves } = register;
  if (isAccountedFor(register, reference)) return false;
  // Where an entry of its own leads is told of that entry.
  if (moves.some(({ from }) => from === reference)) return false;
  const end = endOf(register, reference);
  if (end === undefined) return false;
  const isMoveTold = end !== reference && !isAccountedFor(register, pageOf(end));
  return !isMoveTold && !isAccountedFor(register, end);
}

/** How an empty list is continued. */
const LIST_FORM = '（原来是 [] 的，去掉 [] 再换行写）';

function vanished(register: RegisterView, known: Known, since: string): Problem {
  const reference = known.name;
  const end = endOf(register, reference);
  const guess = guessNew(register, known);
  const went =
    end === reference ? '' : `它那一页移到了“${pageOf(end ?? '')}”，那里没有“${end ?? ''}”。`;
  const renamed =
    guess === undefined
      ? '改名了就写进 moved，写明旧名和新名；'
      : `改名了就写进 moved：“  - { from: ${reference}, to: ${guess}, since: ${since} }”；`;
  return problem(known.place(), 'vanished-reference', {
    found: `已经发布的“${reference}”不见了。${went}${guess ? `是不是改成了“${guess}”？` : ''}`,
    expected: '发布过的名字一直有着落：别人的链接和读者的勾选都靠它',
    fix: `不是有意的，就把 id 改回去；${renamed}不要了就写进 retired：“  - { ref: ${reference}, why: 不再需要。, since: ${since} }”，why 照实改写${LIST_FORM}`,
  });
}

/** The new reference that probably took a vanished one's place: of the same text, or a similar name. */
function guessNew({ published, now }: RegisterView, known: Known): string | undefined {
  const added = [...now.values()].filter(({ reference }) => !published.has(reference));
  const same = added.find(({ fingerprint }) => fingerprint === known.fingerprint);
  return (
    same ?? {
      reference: nearest(
        known.name,
        added.map(({ reference }) => reference),
      ),
    }
  ).reference;
}

/** What a reference looks like; an id that is none is told of by the schema's rule. */
const REFERENCE = /^[a-z][a-z0-9/-]*(#[a-z][a-z0-9-]*)?$/;

/** New references, told once for each file. */
function checkUnregistered({ published, now }: RegisterView): Problem[] {
  const byFile = new Map<string, Published[]>();
  for (const each of now.values()) {
    if (published.has(each.reference) || !REFERENCE.test(each.reference)) continue;
    byFile.set(each.place.file, [...(byFile.get(each.place.file) ?? []), each]);
  }
  return [...byFile.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const more = rest.length > 0 ? `和这个文件里另外 ${rest.length} 个名字` : '';
    return [
      problem(first.place, 'unregistered-reference', {
        found: `“${first.reference}”${more}还没有登记`,
        expected: `每个发布的名字都登记在 ${REGISTER_FILE}`,
        fix: '运行 npm run ids；名字发布后不能再改，登记前再看一遍',
      }),
    ];
  });
}

/** A line of an edition that can be pasted as it is. */
function entryFor(reference: string): string {
  return `  - { ref: ${reference}, kind: changed, what: 改了文字。, why: 说得更准确。, material: false }`;
}

/** A published text that reads otherwise now needs a line in the newest edition. */
function checkChanged(tree: ContentTree, { published, now }: RegisterView): Problem[] {
  const { references: named, added } = newestEdition(tree);
  return [...now.values()].flatMap(({ reference, fingerprint, place }) => {
    const known = published.get(reference)?.text;
    if (known === undefined || known === fingerprint) return [];
    // A page's line speaks of its own text; what is on a page that is new came with it.
    if (named.has(reference) || added.has(pageOf(reference))) return [];
    return [
      problem(place, 'change-without-entry', {
        found: `“${reference}”的文字改了，最新的版次里没有记这一笔`,
        expected: 'content/editions/ 里最新的一版写明改了什么、为什么',
        fix: `运行 npm run edition 起草，或者在最新的版次文件的 changes 里加一行“${entryFor(reference)}”，what、why 照实改写，要照着改做法的 material 写 true；再运行 npm run ids`,
      }),
    ];
  });
}
