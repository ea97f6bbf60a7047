/** Brings the register up to date with the content: what `npm run ids` does, without touching files. */
import { isMap, isScalar, parseDocument, YAMLMap, type Document, type Pair } from 'yaml';
import { checkContent, type CheckOptions, type ContentFile, type Problem } from '../index.ts';
import { REGISTER_FILE } from './register-view.ts';
import { readContentTree } from '../content-tree.ts';
import { registerSchema } from '../../schemas/register.ts';
import { publishedOf } from './fingerprint.ts';

/** Problems that an update mends by itself. */
const MENDED = new Set(['unregistered-reference', 'missing-register']);

const NEW_REGISTER = `# 登记册：发布过的每个页面、职责、步骤、规范和术语的名字。别人的链接和读者的勾选都靠它们。
# published 由 npm run ids 写，不用手改；后面的字母数字是文字的指纹，文字一改它就变。
# 改了名的写进 moved：  - { from: 旧名, to: 新名, since: 2026-11-23 }
# 不要了的写进 retired：- { ref: 旧名, why: 为什么, since: 2026-11-23 }
# former 是移走、停用了的旧名字，也由 npm run ids 写。
published: {}
moved: []
retired: []
former: []
`;

export interface RegisterUpdate {
  /** The new text of the register. */
  readonly text: string;
  readonly added: readonly string[];
  /** Those whose text has changed, with an entry in the newest edition. */
  readonly refreshed: readonly string[];
  /** Those that are gone, and listed as moved or retired. */
  readonly removed: readonly string[];
}

/**
 * The register with new references added, fingerprints renewed, and settled ones taken out.
 *
 * @returns the problems instead, when there are any that an update cannot mend
 */
export function updateRegister(
  files: readonly ContentFile[],
  options: CheckOptions = {},
): RegisterUpdate | readonly Problem[] {
  const open = checkContent(files, { ...options, register: true }).filter(
    ({ rule }) => !MENDED.has(rule),
  );
  if (open.length > 0) return open;
  const now = new Map(
    publishedOf(readContentTree(files).tree).map((each) => [each.reference, each.fingerprint]),
  );
  const old = files.find(({ path }) => path === REGISTER_FILE)?.text ?? NEW_REGISTER;
  const document = parseDocument(old);
  const known = fingerprintsOf(document);
  const published = new YAMLMap<string, string>();
  for (const reference of [...now.keys()].sort()) {
    published.items.push(
      document.createPair(reference, now.get(reference)) as unknown as Pair<string, string>,
    );
  }
  document.set('published', published);
  document.set('former', formerOf(document, known, now));
  return {
    text: document.toString({ lineWidth: 0 }),
    added: [...now.keys()].filter((reference) => !known.has(reference)),
    refreshed: [...now].flatMap(([reference, fingerprint]) =>
      known.has(reference) && known.get(reference) !== fingerprint ? [reference] : [],
    ),
    removed: [...known.keys()].filter((reference) => !now.has(reference)),
  };
}

/** The names that were published and are no more, sorted; in a register of old, those of its entries. */
function formerOf(
  document: Document,
  known: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string[] {
  const { former, moved, retired } = registerSchema.partial().parse(document.toJS());
  const settled = former ?? [
    ...(moved ?? []).map(({ from }) => from),
    ...(retired ?? []).map(({ ref }) => ref),
  ];
  return [...new Set([...settled, ...known.keys()])].filter((name) => !now.has(name)).sort();
}

function fingerprintsOf(document: Document): Map<string, string> {
  const published: unknown = document.get('published');
  const pairs = isMap(published) ? published.items : [];
  return new Map(
    pairs.map(({ key, value }) => [
      String(isScalar(key) ? key.value : key),
      String(isScalar(value) ? value.value : value),
    ]),
  );
}
