/** Pictures: in `public/`, and with a text for those who do not see them. */
import { placeOf, walk, type MdNode } from '../parse/md-node.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** Checks every picture of a body. */
export function checkPictures({ file, body }: SourcePage, { publicFiles }: ContentTree): Problem[] {
  if (!body) return [];
  return walk(body)
    .filter(({ node }) => node.type === 'image' || node.type === 'imageReference')
    .flatMap(({ node }) => judge(node, placeOf(file, node), publicFiles));
}

function judge(
  { url = '', alt }: MdNode,
  at: Place,
  files: ReadonlySet<string> | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if ((alt ?? '').trim() === '') {
    problems.push(
      problem(at, 'picture-without-text', {
        found: `图片 ${url} 没有写说明`,
        expected: '![图上是什么](/图片.png)：看不见图的人靠这句话',
        fix: '在方括号里写一句话，说图上是什么',
      }),
    );
  }
  const isThere = files === undefined || files.has(url);
  if (!url.startsWith('/') || !PICTURE.test(url) || !isThere) {
    problems.push(
      problem(at, 'missing-picture', {
        found: `没有图片 ${url}`,
        expected:
          '图片放在 public/ 里，地址以 / 开头，如 public/flow.png 写成 /flow.png；不用别的网站的图',
        fix: '把图片放进 public/，照文件名改正地址',
      }),
    );
  }
  return problems;
}
