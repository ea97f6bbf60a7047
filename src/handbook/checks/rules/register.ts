/** The register of published references: nothing that readers may have linked or ticked gets lost. */
import { currentName, type Move } from '../../../model/moves';
import { registerSchema } from '../../../schemas/register';
import { publishedOf } from '../../register/fingerprint';
import type { Field } from '../field';
import { didYouMean } from '../nearest';
import { problem, type Problem } from '../problem';
import { schemaProblems } from '../schema-issues';
import type { Site } from '../site';
import { newestEdition } from './editions';

export const REGISTER_FILE = 'content/ids.yaml';

/** Checks the register against the content. Not asked while a page cannot be read. */
export function checkRegister(site: Site): Problem[] {
  const root = site.data.get(REGISTER_FILE);
  if (!root || !site.isWhole) return [];
  const shape = schemaProblems(root, registerSchema);
  if (shape.length > 0) return shape;
  const now = new Map(publishedOf(site).map((each) => [each.reference, each]));
  const registered = root.get('published');
  const moves = movesOf(root);
  const retired = new Set(
    root
      .get('retired')
      .items()
      .map((entry) => entry.get('ref').text ?? ''),
  );
  const isSettled = (reference: string) =>
    retired.has(reference) ||
    retired.has(reference.split('#')[0] ?? '') ||
    safeName(moves, reference) !== reference;
  return [
    ...registered.fields().flatMap((field) => vanished(field, now, isSettled)),
    ...[...now.values()]
      .filter(({ reference }) => !registered.get(reference).exists)
      .map(({ reference, place }) => unregistered(reference, place)),
    ...root
      .get('moved')
      .items()
      .flatMap((entry) => checkMove(entry, moves, now, retired)),
    ...root
      .get('retired')
      .items()
      .flatMap((entry) => checkRetirement(entry, now)),
    ...changedWithoutEntry(site, registered, now),
  ];
}

/** The moves of the register, as they are written. */
export function movesOf(root: Field): Move[] {
  return root
    .get('moved')
    .items()
    .map((entry) => ({ from: entry.get('from').text ?? '', to: entry.get('to').text ?? '' }));
}

function safeName(moves: readonly Move[], reference: string): string | undefined {
  try {
    return currentName(moves, reference);
  } catch {
    return undefined;
  }
}

function vanished(
  field: Field,
  now: ReadonlyMap<string, unknown>,
  isSettled: (reference: string) => boolean,
): Problem[] {
  const reference = field.name;
  if (now.has(reference) || isSettled(reference)) return [];
  return [
    problem(field.keyPlace, 'vanished-reference', {
      found: `已经发布的“${reference}”不见了。${didYouMean(reference, now.keys())}`,
      expected: '发布过的 id 一直有着落：别人的链接和勾选都靠它',
      fix: '把 id 改回去；真的改了名，就在 moved 里加 { from: 旧, to: 新, since: 日期 }；不要了，就在 retired 里加 { ref: 旧, why: 原因, since: 日期 }',
    }),
  ];
}

function unregistered(reference: string, place: Parameters<typeof problem>[0]): Problem {
  return problem(place, 'unregistered-reference', {
    found: `“${reference}”还没有登记`,
    expected: `每个发布的 id 都登记在 ${REGISTER_FILE}`,
    fix: '运行 npm run ids，登记新的 id',
  });
}

function checkMove(
  entry: Field,
  moves: readonly Move[],
  now: ReadonlyMap<string, unknown>,
  retired: ReadonlySet<string>,
): Problem[] {
  const [from = '', to = ''] = [entry.get('from').text, entry.get('to').text];
  const told = (rule: string, found: string, expected: string, fix: string) => [
    problem(entry.get('from').place, rule, { found, expected, fix }),
  ];
  if (now.has(from)) {
    return told(
      'moved-but-there',
      `“${from}”写着已移走，可是它还在`,
      'moved 只写已经不在原处的 id',
      '删掉这一行，或者改掉原处的 id',
    );
  }
  if (moves.filter((move) => move.from === from).length > 1 || retired.has(from)) {
    return told(
      'moved-twice',
      `“${from}”有两个去处`,
      '一个旧 id 只写一次：或者移走，或者停用',
      '只留一行',
    );
  }
  const end = safeName(moves, from);
  if (end === undefined) {
    return told(
      'move-cycle',
      `“${from}”移来移去又回到原处`,
      '移动一路走下去，最后有一个现有的 id',
      '改正 to，去掉绕圈的那一行',
    );
  }
  if (now.has(end) || retired.has(end)) return [];
  return [
    problem(entry.get('to').place, 'move-to-nowhere', {
      found: `“${from}”移到“${to}”，那里没有内容。${didYouMean(end, now.keys())}`,
      expected: 'to 是现在有的页面或条目',
      fix: '照现在的 id 改正 to',
    }),
  ];
}

function checkRetirement(entry: Field, now: ReadonlyMap<string, unknown>): Problem[] {
  const field = entry.get('ref');
  if (!now.has(field.text ?? '')) return [];
  return [
    problem(field.place, 'retired-but-there', {
      found: `“${field.text}”写着已停用，可是它还在`,
      expected: 'retired 只写已经删掉的页面或条目',
      fix: '删掉这一行，或者删掉那条内容',
    }),
  ];
}

/** A published text that reads otherwise now needs a line in the newest edition. */
function changedWithoutEntry(
  site: Site,
  registered: Field,
  now: ReturnType<typeof publishedOf> extends (infer P)[] ? ReadonlyMap<string, P> : never,
): Problem[] {
  const named = newestEdition(site).references;
  return [...now.values()].flatMap(({ reference, fingerprint, place }) => {
    const known = registered.get(reference).scalar;
    const [page = ''] = reference.split('#');
    if (known === undefined || String(known) === fingerprint) return [];
    if (named.has(reference) || named.has(page)) return [];
    return [
      problem(place, 'change-without-entry', {
        found: `“${reference}”的文字改了，最新的版次里没有记这一笔`,
        expected: `content/editions/ 里最新的一版写明改了什么、为什么`,
        fix: `在最新的版次文件的 changes 里加一行：{ ref: ${reference}, kind: changed, what: 改了什么, why: 为什么, material: true 或 false }，再运行 npm run ids`,
      }),
    ];
  });
}
