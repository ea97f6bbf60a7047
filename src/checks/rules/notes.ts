import { isStatement, NOTE_COMPONENT } from '../parse/items.ts';
import { attribute, components, isNested, placeOf } from '../parse/md-node.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';

const NOTES = Object.values(NOTE_COMPONENT);

const NOTE_OF_SECTION = {
  index: undefined,
  roles: 'Duty',
  workflows: 'Step',
  techniques: 'Point',
  rules: 'Rule',
} as const;

/** Each note belongs to an item of its page; notes stand once and in the order of the items. */
export function checkNotes(page: HandbookPage): Problem[] {
  const { file, body, front, location } = page;
  if (!body) return [];
  const expected = NOTE_OF_SECTION[location.section];
  const ids = page.items.filter(isStatement).flatMap(({ id }) => id ?? []);
  const seen = new Map<string, number>();
  let last = -1;
  return components(body)
    .filter(({ node }) => NOTES.includes(node.name ?? ''))
    .flatMap((found) => {
      const name = found.node.name ?? '';
      const id = attribute(found.node, 'id');
      const at = placeOf(file, found.node, id);
      if (name !== expected) return [wrongPage(at, name, expected)];
      if (isNested(found)) return [nested(at, name)];
      if (id === undefined) return [withoutId(at, name)];
      if (!front) return [];
      const index = ids.indexOf(id);
      if (index < 0) return [unknown(at, name, id, ids)];
      const first = seen.get(id);
      if (first !== undefined) return [repeated(at, name, id, first)];
      seen.set(id, at.line);
      if (index < last) return [outOfOrder(at, name, id, ids[last] ?? '')];
      last = index;
      return [];
    });
}

function wrongPage(at: Place, name: string, expected: string | undefined): Problem {
  return problem(at, 'note-on-wrong-page', {
    found: `这一页不能有 <${name}>`,
    expected: expected
      ? `这一页的说明用 <${expected} id="…">`
      : '手册首页没有条目，也就没有条目的说明',
    fix: expected
      ? `把 <${name}> 和 </${name}> 改成 <${expected}> 和 </${expected}>，或者移到它该在的页面`
      : '改成普通段落',
  });
}

function nested(at: Place, name: string): Problem {
  return problem(at, 'note-nested', {
    found: `<${name}> 写在列表、引用或别的组件里面`,
    expected: `<${name}> 顶格，单独成段，前后空一行`,
    fix: '把它移到外面；看上一个组件是不是忘了结束',
  });
}

function withoutId(at: Place, name: string): Problem {
  return problem(at, 'note-without-id', {
    found: `<${name}> 没有写 id`,
    expected: `<${name} id="…">，id 与页首数据里的条目一致`,
    fix: `补上 id，如 <${name} id="fill-job-order">`,
  });
}

function unknown(at: Place, name: string, id: string, ids: readonly string[]): Problem {
  return problem(at, 'note-for-unknown-item', {
    found: `这一页没有 id 是“${id}”的条目。${didYouMean(id, ids)}`,
    expected: `<${name}> 的 id 是页首数据里的一个 id：${list(ids)}`,
    fix: '照页首数据改正 id；条目已经删掉的，把这段说明也删掉',
  });
}

function repeated(at: Place, name: string, id: string, first: number): Problem {
  return problem(at, 'note-repeated', {
    found: `“${id}”的说明写了两次，第 ${first} 行已经有一次`,
    expected: `每个条目最多一段 <${name}>`,
    fix: '把两段合成一段，放在前面那处',
  });
}

function outOfOrder(at: Place, name: string, id: string, before: string): Problem {
  return problem(at, 'note-out-of-order', {
    found: `“${id}”的说明排在“${before}”的后面`,
    expected: `<${name}> 的先后与页首数据里条目的先后一致：“${id}”在“${before}”之前`,
    fix: `把这段说明移到“${before}”的说明前面`,
  });
}

function list(ids: readonly string[]): string {
  return ids.length > 12 ? `${ids.slice(0, 12).join('、')}……` : ids.join('、');
}
