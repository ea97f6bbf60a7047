import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { rehypeBasePictures } from '../../../src/build/rehype-base-pictures.ts';

test.each([
  ['/flow.png', '/kehubu/flow.png'],
  ['https://example.com/a.png', 'https://example.com/a.png'],
  ['//example.com/a.png', '//example.com/a.png'],
])('%s → %s', (written, published) => {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'element', tagName: 'img', properties: { src: written }, children: [] }],
      },
    ],
  };
  rehypeBasePictures({ base: '/kehubu/' })(tree);
  expect(JSON.stringify(tree)).toContain(`"src":"${published}"`);
});
