/** Sections 10 to 13 of CONTRIBUTING.md: a form, questions, a regulation, a training plan more. */
import { PLANS_FOLDER } from '../../src/schemas/plan.ts';
import { REGULATIONS_FILE } from '../../src/schemas/regulation.ts';
import type { EditedContent, SourcePage } from './edited-content.ts';
import type { SourcePhase } from './items.ts';
import { lineFor } from './proposals.ts';

/** Puts an entry at the end of a list of the frontmatter, which is begun where there is none. */
function append(content: EditedContent, page: SourcePage, list: string, entry: string): void {
  if (list in page.front) {
    // To the end of the list: before the next field of the page, or the fence.
    content.edit(page.path, [
      new RegExp(`^(${list}:\\n(?:[ ].*\\n)+)`, 'm'),
      `$1${entry.replaceAll('$', '$$$$')}`,
    ]);
  } else {
    content.edit(page.path, [/^(---\n[^]*?\n)(---\n)/, `$1${list}:\n${entry}$2`]);
  }
}

/** A form at the end of a technique, and a link to it from a step of its handbook. */
export function addForm(content: EditedContent): void {
  const { number } = content.edition;
  const [technique] = content.pages('techniques');
  const handbook = technique?.ref.split('/')[0] ?? '';
  const user = content
    .pages('workflows')
    .filter(({ ref }) => ref.startsWith(`${handbook}/`))
    .flatMap(({ path, front }) =>
      (front['phases'] as SourcePhase[])
        .flatMap(({ steps }) => steps)
        .filter((step) => !('forms' in step))
        .map((step) => ({ path, step: step.id })),
    )[0];
  if (!technique || !user) throw new Error('No technique with a step beside it that has no form');
  const id = `tally-${number}`;
  append(
    content,
    technique,
    'forms',
    `  - id: ${id}
    title: 清点单
    use: 每周五下班前清点一次，一家客户一行。
    origin: editorial
    fields:
      - { name: 清点人, how: 姓名, example: 陈一 }
    table:
      rows: 8
      columns:
        - { name: 客户, how: 简称 }
        - { name: 还欠什么 }
      examples:
        - [清禾, 报价单]
`,
  );
  content.write(
    technique.path,
    `${content.read(technique.path).trimEnd()}\n\n<Form id="${id}" />\n`,
  );
  const slug = technique.ref.slice(technique.ref.lastIndexOf('/') + 1);
  content.edit(user.path, [
    new RegExp(`(- id: ${user.step}\\n(?: {8}.*\\n)*? {8}doneWhen: .*\\n)`),
    `$1        forms: [${slug}#${id}]\n`,
  ]);
  content.touch(technique.path);
  content.note(lineFor(`${technique.ref}#${id}`, 'added'));
  content.register();
}

/** A question more on every technique, about its first point; nothing is noted or registered. */
export function addQuestions(content: EditedContent): void {
  const { number } = content.edition;
  for (const page of content.pages('techniques')) {
    const about = /^points:\n {2}- id: (\S+)$/m.exec(page.text)?.[1];
    if (!about) throw new Error(`No point in ${page.path}`);
    append(
      content,
      page,
      'questions',
      `  - id: once-more-${number}
    about: ${about}
    situation: 同事问你这一页的第一条怎么做，你手边没有手册。
    answers:
      - { text: 凭印象说一遍, why: 印象会走样，错了他也跟着错。 }
      - { text: 打开手册一起看, right: true, why: 照原文做，两个人都不会错。 }
`,
    );
  }
}

/** A regulation that nobody could confirm, and a sentence that names it. */
export function addRegulation(content: EditedContent): void {
  const { number, date } = content.edition;
  const page = content.pages('rules').find(({ text }) => /^\p{Script=Han}.*。$/mu.test(text));
  if (!page) throw new Error('No page of rules with a paragraph');
  const path = REGULATIONS_FILE.replace('content/', '');
  const known = content.paths.includes(path) ? content.read(path).trimEnd() : '';
  const id = `sample-rule-${number}`;
  content.write(
    path,
    `${known}
- id: ${id}
  title: 《示例管理办法》第一条
  issuer: 示例机关
  since: ${date}
  checkedOn: ${date}
  summary: 做之前先登记。
  pending: 只见到转载，没有看到原文。
  handbooks: [${page.ref.split('/')[0]}]
`.replace(/^\n/, ''),
  );
  content.edit(page.path, [
    /(^---\n[^]*?\n---\n[^]*?^\p{Script=Han}.*。)$/mu,
    `$1登记照<Regulation id="${id}">《示例管理办法》第一条</Regulation>。`,
  ]);
  content.touch(page.path);
  content.note(lineFor(page.ref, 'changed'));
  content.register();
}

/** A plan for the first role: pages of each section, a duty to practise and a step to be watched. */
export function addPlan(content: EditedContent): void {
  const { number } = content.edition;
  const [role] = content.pages('roles');
  const handbook = role?.ref.split('/')[0] ?? '';
  const ofSame = (section: 'workflows' | 'techniques' | 'rules') =>
    content.pages(section).find(({ ref }) => ref.startsWith(`${handbook}/`));
  const [rules, technique, workflow] = [ofSame('rules'), ofSame('techniques'), ofSame('workflows')];
  const duty = /^ {6}- id: (\S+)$/m.exec(role?.text ?? '')?.[1];
  const step = (workflow?.front['phases'] as readonly SourcePhase[] | undefined)?.[0]?.steps[0];
  if (!role || !rules || !technique || !workflow || !duty || !step) {
    throw new Error('No role with a duty in a handbook that has a page of each section');
  }
  content.write(
    `${PLANS_FOLDER.replace('content/', '')}/walk-through-${number}.yaml`,
    `title: 走一遍第 ${number} 版
role: ${role.ref}
summary: 给刚到岗的人：三天里读完、练过，再由带教看着做一步。
items:
  - { ref: ${rules.ref}, need: read, day: 1 }
  - { ref: ${technique.ref}, need: practise, day: 2 }
  - { ref: ${role.ref}#${duty}, need: practise, day: 2 }
  - { ref: ${workflow.ref}#${step.id}, need: observe, day: 3 }
`,
  );
  content.register();
}
