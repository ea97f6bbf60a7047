import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentTree } from '../../../../src/checks/content-tree.ts';
import { checkContent, type ContentFile } from '../../../../src/checks/index.ts';
import { draftEdition, type Draft, type OldLines } from '../../../../src/checks/register/draft.ts';
import { publishedOf } from '../../../../src/checks/register/fingerprint.ts';
import { oldLinesFromGit } from '../../../../src/checks/register/old-lines.ts';
import { updateRegister } from '../../../../src/checks/register/update.ts';
import { ROLE, RULES, TERMS } from '../good-tree.ts';
import { changed, EDITION, publishedTree, REGISTER_FILE, withEntries } from '../published-tree.ts';

const ROLE_PAGE = 'agency/roles/account-manager';
const RULES_PAGE = 'agency/rules/conduct';
const SECOND = 'content/editions/2.yaml';
const reworded = changed(publishedTree(), [ROLE, '建立客户档案', '建好客户档案']);

function drafted(
  files: readonly ContentFile[],
  isNew = false,
  oldLines: OldLines = () => undefined,
): Draft {
  const draft = draftEdition(files, { isNew, today: '2026-12-01', oldLines });
  if (!('text' in draft)) throw new Error(draft.map(({ found }) => found).join('\n'));
  return draft;
}

const put = (files: readonly ContentFile[], { path, text }: Draft): ContentFile[] => [
  ...files.filter((file) => file.path !== path),
  { path, text },
];
const filledIn = (draft: Draft): Draft => ({
  ...draft,
  text: draft.text.replaceAll('material: 待填', 'material: false').replaceAll('待填', '改了文字。'),
});

test('nothing has changed: nothing is drafted, and the edition stays as it is', () => {
  const draft = drafted(publishedTree());
  expect(draft).toEqual({
    path: EDITION,
    text: publishedTree().find(({ path }) => path === EDITION)?.text,
    drafted: [],
  });
});

describe('a text that changed', () => {
  test('gets a line with its old and its new text above', () => {
    const draft = drafted(reworded, false, () => ['text: 建立客户档案', 'kind: act']);
    expect(draft).toMatchObject({ path: EDITION, drafted: [`${ROLE_PAGE}#client-file`] });
    expect(draft.text).toContain('  # 原文：text: 建立客户档案\n');
    expect(draft.text).toContain('  # 现在：text: 建好客户档案\n');
    expect(draft.text).not.toContain('kind: act');
    expect(draft.text).toMatch(
      /\n {2}- \{ ref: agency\/roles\/account-manager#client-file, kind: changed, what: 待填, why: 待填, material: 待填 \}\n$/,
    );
  });

  test('says so where the old text is not to be had', () => {
    expect(drafted(reworded).text).toContain('  # 原文：取不到');
  });

  test('is refused while a placeholder is left, each on its own line', () => {
    const problems = checkContent(put(reworded, drafted(reworded)), { register: true });
    expect(problems.map(({ rule }) => rule)).toEqual(Array(3).fill('unfilled-entry'));
    const line = drafted(reworded).text.trimEnd().split('\n').length;
    expect(problems.map((each) => [each.file, each.line])).toEqual(Array(3).fill([EDITION, line]));
  });

  test('passes once it is filled in, and can be registered', () => {
    const files = put(reworded, filledIn(drafted(reworded)));
    expect(updateRegister(files)).toMatchObject({ refreshed: [`${ROLE_PAGE}#client-file`] });
  });

  test('is not drafted twice', () => {
    expect(drafted(put(reworded, filledIn(drafted(reworded)))).drafted).toEqual([]);
  });

  test('of a term, and the prose of a page', () => {
    const files = changed(
      publishedTree(),
      [TERMS, '派工的凭据。', '派工用的单子。'],
      [RULES, '人人遵守', '人人照办'],
    );
    const draft = drafted(files);
    expect(draft.drafted).toEqual([RULES_PAGE, 'glossary#job-order']);
    expect(draft.text).toContain('  # 现在：这些规范人人照办。\n');
    expect(draft.text).toContain('  # 现在：definition: 派工用的单子。\n');
  });
});

test('what is new gets a line; the items of a new page come with it', () => {
  const page = publishedTree().find(({ path }) => path === RULES)?.text ?? '';
  const files = [
    ...changed(publishedTree(), [
      RULES,
      '  - id: confirm\n',
      '  - id: one\n    text: 写第一条\n    origin: editorial\n  - id: confirm\n',
    ]),
    { path: 'content/agency/rules/other.mdx', text: page },
  ];
  const draft = drafted(files);
  expect(draft.drafted).toEqual([`${RULES_PAGE}#one`, 'agency/rules/other']);
  expect(draft.text).toContain(`ref: ${RULES_PAGE}#one, kind: added,`);
  expect(updateRegister(put(files, filledIn(draft)))).toHaveProperty('text');
});

test('what was renamed or retired gets a line of its kind', () => {
  const since = 'since: 2026-12-01';
  const files = withEntries(
    changed(
      publishedTree(),
      [RULES, '- id: confirm', '- id: confirm-it'],
      [
        TERMS,
        /- id: brief[^]*/.exec(
          publishedTree().find(({ path }) => path === TERMS)?.text ?? '',
        )?.[0] ?? '',
        '',
      ],
    ),
    {
      moved: [`from: ${RULES_PAGE}#confirm, to: ${RULES_PAGE}#confirm-it, ${since}`],
      retired: [`ref: glossary#brief, why: 不用了。, ${since}`],
    },
  );
  const draft = drafted(files);
  expect(draft.text).toContain(`ref: ${RULES_PAGE}#confirm-it, kind: moved,`);
  expect(draft.text).toContain('ref: glossary#brief, kind: retired,');
  expect(draft.drafted).toHaveLength(2);
  expect(updateRegister(put(files, filledIn(draft)))).toMatchObject({
    removed: [`${RULES_PAGE}#confirm`, 'glossary#brief'],
  });
});

describe('where a line is put', () => {
  const line = (ref: string) =>
    `  - { ref: ${ref}, kind: changed, what: 改了。, why: 更好懂。, material: false }\n`;
  const HEAD = 'number: 1\ndate: 2026-11-23\ntitle: 第一版\nsummary: 手册第一次成册。\nchanges:\n';
  const edited = changed(
    publishedTree(),
    [ROLE, '建立客户档案', '建好客户档案'],
    [RULES, '当天书面确认口头约定', '当天书面确认说好的事'],
    [TERMS, '派工的凭据。', '派工用的单子。'],
  );
  const refsIn = (lines: string) => {
    const files = edited.map((file) =>
      file.path === EDITION ? { ...file, text: HEAD + lines } : file,
    );
    const { text } = drafted(files);
    expect(text.startsWith(HEAD)).toBe(true);
    return [...text.matchAll(/ref: ([^,]+),|# (客户.)/g)].map(([, ref, head]) => ref ?? head);
  };

  test('beside its page, or its handbook in the order of the pages; other texts stay as they are', () => {
    const found = refsIn(
      `  # 客户部\n${line(`${ROLE_PAGE}#calm`)}${line('agency/techniques/job-order')}  # 术语表\n${line('glossary#brief')}`,
    );
    expect(found).toEqual([
      '客户部',
      `${ROLE_PAGE}#calm`,
      `${ROLE_PAGE}#client-file`,
      'agency/techniques/job-order',
      `${RULES_PAGE}#confirm`,
      'glossary#brief',
      'glossary#job-order',
    ]);
  });

  test('before the first line of its handbook, below the remark that stands there', () => {
    expect(refsIn(`  # 客户部\n${line(`${RULES_PAGE}#why`)}`)).toEqual([
      '客户部',
      `${ROLE_PAGE}#client-file`,
      `${RULES_PAGE}#why`,
      `${RULES_PAGE}#confirm`,
      'glossary#job-order',
    ]);
  });

  test('in the order of the pages where there is no line', () => {
    const found = drafted(edited, true).drafted;
    expect(found).toEqual([
      `${ROLE_PAGE}#client-file`,
      `${RULES_PAGE}#confirm`,
      'glossary#job-order',
    ]);
  });
});

describe('items of one page in which one word took the place of another', () => {
  const edited = changed(
    publishedTree(),
    [ROLE, '建立客户档案', '建立主顾档案'],
    [ROLE, '两位同事能各举一例', '两位主顾能各举一例'],
  );
  const now = publishedOf(readContentTree(edited).tree);
  /** The texts as they were, by what took the place of what. */
  const before =
    (words: Record<string, string>): OldLines =>
    (_path, reference) =>
      now
        .find((each) => each.reference === reference)
        ?.lines()
        .map((line) => line.replaceAll('主顾', words[reference.split('#')[1] ?? ''] ?? '客户'));

  test('have one line, which names them and says the word', () => {
    const draft = drafted(edited, false, before({}));
    expect(draft.drafted).toEqual([ROLE_PAGE]);
    expect(draft.text).toContain('  # 这 2 条只是“客户”改成了“主顾”');
    expect(draft.text).toContain(
      `  - { ref: ${ROLE_PAGE}, items: [client-file, calm], kind: changed, what: “客户”改成“主顾”。, why: 待填, material: 待填 }\n`,
    );
    expect(updateRegister(put(edited, filledIn(draft)))).toMatchObject({
      refreshed: [`${ROLE_PAGE}#client-file`, `${ROLE_PAGE}#calm`],
    });
  });

  test('have a line each where the words are not the same', () => {
    expect(drafted(edited, false, before({ calm: '同事' })).drafted).toEqual([
      `${ROLE_PAGE}#client-file`,
      `${ROLE_PAGE}#calm`,
    ]);
  });
});

describe('the next edition', () => {
  test('has the next number, the day, and none of the changes of the one before', () => {
    const draft = drafted(reworded, true);
    expect(draft.path).toBe(SECOND);
    expect(draft.text).toMatch(/^number: 2\ndate: 2026-12-01\ntitle: 第二版\n/);
    expect(draft.text.match(/- \{ ref:/g)).toHaveLength(1);
    expect(draft.text).not.toContain('手册成册');
    expect(updateRegister(put(reworded, filledIn(draft)))).toHaveProperty('text');
  });

  test('begins empty when nothing has changed, and the check asks for changes', () => {
    const draft = drafted(publishedTree(), true);
    expect(draft.text).toContain('\nchanges: []\n');
    const rules = checkContent(put(publishedTree(), filledIn(draft)), { register: true });
    expect(rules.map(({ rule }) => rule)).toEqual(['too-few']);
  });

  test('takes lines where the list is still empty', () => {
    const files = put(reworded, drafted(publishedTree(), true));
    expect(drafted(files)).toMatchObject({ path: SECOND, drafted: [`${ROLE_PAGE}#client-file`] });
    expect(updateRegister(put(files, filledIn(drafted(files))))).toHaveProperty('text');
  });
});

test('nothing is drafted from files that cannot be read, or without a register', () => {
  const broken = changed(reworded, [RULES, 'title: ', 'title：']);
  const options = { isNew: false, today: '', oldLines: () => undefined };
  expect(draftEdition(broken, options)).toMatchObject([{ rule: 'yaml-colon', file: RULES }]);
  const bare = reworded.filter(({ path }) => path !== REGISTER_FILE);
  expect(draftEdition(bare, options)).toMatchObject([{ rule: 'missing-register' }]);
});

describe('old texts from git', () => {
  test('are those of the last commit that has the fingerprint; without git there are none', () => {
    const root = mkdtempSync(join(tmpdir(), 'old-lines-'));
    try {
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: root });
      const write = (files: readonly ContentFile[]) => {
        for (const { path, text } of files) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
      };
      write(publishedTree());
      expect(drafted(reworded, false, oldLinesFromGit(root)).text).toContain('取不到');
      expect(git('init', '-q').status).toBe(0);
      git('add', '-A');
      git('commit', '-qm', 'one');
      write(reworded);
      git('commit', '-qam', 'two');
      const { text } = drafted(reworded, false, oldLinesFromGit(root));
      expect(text).toContain('  # 原文：text: 建立客户档案\n  # 现在：text: 建好客户档案\n');
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
