/** What stands in the tags of components: the attributes they have, as plain texts. */
import { attribute, components, placeOf, textOf, type MdNode } from '../parse/md-node.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';

/** The attribute of each component; all others have none. */
const ATTRIBUTE: Readonly<Record<string, string | undefined>> = {
  Step: 'id',
  Duty: 'id',
  Point: 'id',
  Rule: 'id',
  Term: 'id',
  Regulation: 'id',
  Form: 'id',
  Template: 'title',
};
const BARE = ['Contrast', 'Do', 'Dont', 'Say'];

/** Checks the tags of all known components; the others have a rule of their own. */
export function checkAttributes({ file, body }: SourcePage): Problem[] {
  if (!body) return [];
  return components(body)
    .filter(({ node }) => isKnown(node.name ?? ''))
    .flatMap(({ node }) => judge(node, placeOf(file, node)));
}

function isKnown(name: string): boolean {
  return Object.hasOwn(ATTRIBUTE, name) || BARE.includes(name);
}

function judge(node: MdNode, at: Place): Problem[] {
  const name = node.name ?? '';
  const allowed = Object.hasOwn(ATTRIBUTE, name) ? ATTRIBUTE[name] : undefined;
  const written = node.attributes ?? [];
  const odd = written.find(
    ({ type, name: own, value }) =>
      type !== 'mdxJsxAttribute' || own !== allowed || typeof value !== 'string',
  );
  const example = allowed === undefined ? `<${name}>` : `<${name} ${allowed}="…">`;
  if (odd || written.length > 1) {
    return [
      problem(at, 'bad-attribute', {
        found: `<${name}> 里写了“${String(odd?.name ?? allowed ?? '{…}')}”，写法不对或者用不着`,
        expected: example,
        fix: `照 ${example} 改写：属性只写一次，值放在半角双引号里`,
      }),
    ];
  }
  if (name === 'Template' && (attribute(node, 'title') ?? '').trim() === '') {
    return [
      problem(at, 'template-without-title', {
        found: '<Template> 没有写 title',
        expected: example,
        fix: '补上模板的名字，如 <Template title="工作单">',
      }),
    ];
  }
  // A form is drawn from the frontmatter: what stands in its place has a rule of its own.
  return name !== 'Form' && isEmpty(node) ? [empty(at, name)] : [];
}

function isEmpty(node: MdNode): boolean {
  return textOf(node).trim() === '' && components(node).length < 2;
}

function empty(at: Place, name: string): Problem {
  return problem(at, 'empty-component', {
    found: `<${name}> 里面是空的`,
    expected: `<${name}> 和 </${name}> 之间有字`,
    fix: '写上内容，或者把这一对标签删掉',
  });
}
