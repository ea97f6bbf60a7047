/** The register of published references as the checks look at it. */
import { currentName, formerNames, type Move } from '../../model/moves.ts';
import { publishedOf, type Published } from './fingerprint.ts';
import type { Field } from '../parse/field.ts';
import type { ContentTree } from '../content-tree.ts';

export const REGISTER_FILE = 'content/ids.yaml';

export interface RegisterView {
  readonly root: Field;
  /** The fingerprints as written, by reference. */
  readonly published: ReadonlyMap<string, Field>;
  /** Names that were published once and are settled; `undefined` in a register that keeps no such list. */
  readonly former: ReadonlyMap<string, Field> | undefined;
  readonly moves: readonly Move[];
  readonly retired: ReadonlySet<string>;
  /** What the content has now, by reference. */
  readonly now: ReadonlyMap<string, Published>;
}

/** The register beside the content; `undefined` when there is none. */
export function viewRegister(tree: ContentTree): RegisterView | undefined {
  const root = tree.data.get(REGISTER_FILE);
  if (!root) return undefined;
  const entries = (list: string) => root.get(list).items();
  return {
    root,
    published: new Map(
      root
        .get('published')
        .fields()
        .map((field) => [field.name, field]),
    ),
    former: root.get('former').exists
      ? new Map(entries('former').map((entry) => [entry.text ?? '', entry]))
      : undefined,
    moves: entries('moved').map((entry) => ({
      from: entry.get('from').text ?? '',
      to: entry.get('to').text ?? '',
    })),
    retired: new Set(entries('retired').map((entry) => entry.get('ref').text ?? '')),
    now: new Map(publishedOf(tree).map((each) => [each.reference, each])),
  };
}

/** True for a name that readers may know: it was published, or leads on from one that was. */
export function wasPublished(register: RegisterView, reference: string): boolean {
  const { published, former, moves } = register;
  if (former === undefined) return true; // nothing is known of what was published before
  return [reference, ...formerNames(moves, reference)].some(
    (name) => published.has(name) || former.has(name),
  );
}

/** `agency/roles/x#y` → `agency/roles/x` */
export function pageOf(reference: string): string {
  return reference.split('#')[0] ?? reference;
}

/** The name that a reference has now; `undefined` when its moves run in a circle. */
export function endOf({ moves }: RegisterView, reference: string): string | undefined {
  try {
    return currentName(moves, reference);
  } catch {
    return undefined;
  }
}

/** True for what the content has, and for what the register says is retired. */
export function isAccountedFor({ now, retired }: RegisterView, reference: string): boolean {
  return (
    reference === 'glossary' ||
    now.has(reference) ||
    retired.has(reference) ||
    retired.has(pageOf(reference))
  );
}
