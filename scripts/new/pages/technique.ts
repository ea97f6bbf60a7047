import { headFields, toWrite, type PageHead } from '../page-head.ts';

/** A technique (技巧): what it comes down to, words to say, good and bad side by side. */
export function techniquePage(head: PageHead): string {
  return `---
${headFields(head, { called: '技巧名称', summary: '做哪件事时用得上，给谁看。' })}
points:
  - id: first-point
    text: ${toWrite('最要紧的一点，动词开头')}
    origin: editorial
  - id: second-point
    text: ${toWrite('第二要紧的一点，动词开头')}
    origin: editorial
---

${toWrite('这件事做好了是什么样，做坏了会怎样。')}

<Point id="first-point">

${toWrite('这一点怎么做。不用多说的，连同上下两行一起删掉。')}

</Point>

## 照着说

<Say>${toWrite('一句可以照着说的话')}</Say>

## 对照

<Contrast>

<Dont>

${toWrite('不该怎样说、怎样写')}

</Dont>

<Do>

${toWrite('该怎样说、怎样写')}

</Do>

</Contrast>
`;
}
