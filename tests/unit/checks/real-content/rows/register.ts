/** The register of what was published: nothing gets lost, and every entry leads somewhere. */
import {
  all,
  like,
  REGISTER,
  replace,
  RULES,
  TERMS,
  type Break,
  WORKFLOW,
  type Edit,
  type Told,
} from '../real-tree.ts';

const PAGE = 'agency/workflows/win-new-client';

/** A step under a new id, with all that names it. */
const renamedStep: Edit = (tree) =>
  tree.map((file) =>
    file.path === WORKFLOW
      ? { ...file, text: file.text.replaceAll('request-meeting', 'ask-for-meeting') }
      : file,
  );

/** What an update of the register mends. */
const NEW_STEP: Told = {
  rule: 'unregistered-reference',
  file: WORKFLOW,
  at: '- id: ask-for-meeting',
  found: `“${PAGE}#ask-for-meeting”还没有登记`,
  expected: '每个发布的名字都登记在 content/ids.yaml',
  fix: '运行 npm run ids；名字发布后不能再改，登记前再看一遍',
};

const moved = (from: string, to: string): Edit =>
  entry('moved', `from: ${from}, to: ${to}, since: 2026-12-01`);
const retired = (ref: string, why = 'why: 并入别的一条。, '): Edit =>
  entry('retired', `ref: ${ref}, ${why}since: 2026-12-01`);

function entry(list: string, fields: string): Edit {
  return replace(REGISTER, new RegExp(`^${list}:( \\[\\])?`, 'm'), `${list}:\n  - { ${fields} }`);
}

const OLD = `${PAGE}#request-meeting`;
const NEW = `${PAGE}#ask-for-meeting`;
const LOYAL = 'agency/rules/conduct#loyal';

/** A step under a new id, and where it went. */
/** What is advised for a name that vanished; the day is that of the newest edition. */
function remedy(old: string, now?: string): string {
  const day = String.raw`\d{4}-\d{2}-\d{2}`;
  const moved = now
    ? `改名了就写进 moved：“  - { from: ${old}, to: ${now}, since: ${day} }”；`
    : '改名了就写进 moved，写明旧名和新名；';
  const retired = `不要了就写进 retired：“  - { ref: ${old}, why: 不再需要。, since: ${day} }”，why 照实改写`;
  const form = String.raw`（原来是 \[\] 的，去掉 \[\] 再换行写）`;
  return like(new RegExp(`^不是有意的，就把 id 改回去；${moved}${retired}${form}$`));
}

export const genuineMove: Edit = all(renamedStep, moved(OLD, NEW));

export const register: readonly Break[] = [
  {
    name: 'a step that was renamed and not listed as moved',
    edit: renamedStep,
    rule: 'vanished-reference',
    file: REGISTER,
    at: `${OLD}: `,
    found: `已经发布的“${OLD}”不见了。是不是改成了“${NEW}”？`,
    expected: '发布过的名字一直有着落：别人的链接和读者的勾选都靠它',
    fix: remedy(OLD, NEW),
    others: [NEW_STEP],
  },
  {
    name: 'a term that was deleted',
    edit: replace(TERMS, /\n- id: backward-schedule\n(.+\n)+/, '\n'),
    rule: 'vanished-reference',
    file: REGISTER,
    at: 'glossary#backward-schedule: ',
    found: '已经发布的“glossary#backward-schedule”不见了。',
    expected: '发布过的名字一直有着落：别人的链接和读者的勾选都靠它',
    fix: remedy('glossary#backward-schedule'),
  },
  {
    name: 'a name of old whose entry was deleted',
    edit: replace(REGISTER, /^former:( \[\])?/m, `former:\n  - ${PAGE}#call-client`),
    rule: 'vanished-reference',
    file: REGISTER,
    at: `- ${PAGE}#call-client`,
    found: `已经发布的“${PAGE}#call-client”不见了。`,
    expected: '发布过的名字一直有着落：别人的链接和读者的勾选都靠它',
    fix: remedy(`${PAGE}#call-client`),
  },
  {
    name: 'an item that is new and not registered',
    edit: replace(
      RULES,
      '- id: no-private-jobs',
      '- id: overtime\n    text: 加班先报上级\n    origin: editorial\n  - id: no-private-jobs',
    ),
    rule: 'unregistered-reference',
    file: RULES,
    at: '- id: overtime',
    found: '“agency/rules/conduct#overtime”还没有登记',
    expected: '每个发布的名字都登记在 content/ids.yaml',
    fix: '运行 npm run ids；名字发布后不能再改，登记前再看一遍',
  },
  {
    name: 'a published text that was changed, without a line in the newest edition',
    edit: replace(RULES, /text: .*/, 'text: 不接私活，一件也不接', '- id: no-private-jobs'),
    rule: 'change-without-entry',
    file: RULES,
    at: '- id: no-private-jobs',
    found: '“agency/rules/conduct#no-private-jobs”的文字改了，最新的版次里没有记这一笔',
    expected: 'content/editions/ 里最新的一版写明改了什么、为什么',
    fix: '运行 npm run edition 起草，或者在最新的版次文件的 changes 里加一行“  - { ref: agency/rules/conduct#no-private-jobs, kind: changed, what: 改了文字。, why: 说得更准确。, material: false }”，what、why 照实改写，要照着改做法的 material 写 true；再运行 npm run ids',
  },
  {
    name: 'a move of what was never published',
    edit: moved(`${PAGE}#requset-meeting`, OLD),
    rule: 'never-published',
    file: REGISTER,
    at: `${PAGE}#requset-meeting`,
    found: `“${PAGE}#requset-meeting”从来没有发布过。`,
    expected: 'moved 的 from、retired 的 ref 是发布过的旧名字，读者的链接和勾选里有它',
    fix: '照旧名字改正；从来没有发布过的，删掉这一行',
  },
  {
    name: 'a retirement of what was never published, beside what has vanished',
    edit: all(renamedStep, retired(`${PAGE}#requset-meeting`)),
    rule: 'never-published',
    file: REGISTER,
    at: `ref: ${PAGE}#requset-meeting`,
    found: `“${PAGE}#requset-meeting”从来没有发布过。是不是想写“${OLD}”？`,
    expected: 'moved 的 from、retired 的 ref 是发布过的旧名字，读者的链接和勾选里有它',
    fix: '照旧名字改正；从来没有发布过的，删掉这一行',
    others: [
      NEW_STEP,
      {
        rule: 'vanished-reference',
        file: REGISTER,
        at: `${OLD}: `,
        found: `已经发布的“${OLD}”不见了。是不是改成了“${NEW}”？`,
        expected: '发布过的名字一直有着落：别人的链接和读者的勾选都靠它',
        fix: remedy(OLD, NEW),
      },
    ],
  },
  {
    name: 'moves that run in a circle',
    edit: all(renamedStep, moved(OLD, `${PAGE}#meet`), moved(`${PAGE}#meet`, OLD)),
    rule: 'move-cycle',
    file: REGISTER,
    at: `from: ${OLD}`,
    found: `“${OLD}”移来移去又回到原处`,
    expected: '移动一路走下去，最后有一个现有的名字',
    fix: '改正 to，去掉绕圈的那一行',
    others: [
      NEW_STEP,
      {
        rule: 'move-cycle',
        file: REGISTER,
        at: `from: ${PAGE}#meet`,
        found: `“${PAGE}#meet”移来移去又回到原处`,
        expected: '移动一路走下去，最后有一个现有的名字',
        fix: '改正 to，去掉绕圈的那一行',
      },
    ],
  },
  {
    name: 'a move to what there is not',
    edit: all(renamedStep, moved(OLD, `${NEW}s`)),
    rule: 'move-to-nowhere',
    file: REGISTER,
    at: `from: ${OLD}`,
    found: `“${OLD}”移到“${NEW}s”，那里没有内容。是不是想写“${NEW}”？`,
    expected: 'to 是现在有的页面或条目',
    fix: '照现在的名字改正 to',
    others: [NEW_STEP],
  },
  {
    name: 'a step that is both moved and retired',
    edit: all(renamedStep, moved(OLD, NEW), retired(OLD)),
    rule: 'moved-twice',
    file: REGISTER,
    at: `ref: ${OLD}`,
    found: like(/^“.*#request-meeting”写了两次，第 \d+ 行已经写过$/),
    expected: '一个旧名字只写一次：要么移走，要么停用',
    fix: '只留一行',
    others: [NEW_STEP],
  },
  {
    name: 'a move of what is still there',
    edit: moved(LOYAL, 'agency/rules/conduct#speak-inside'),
    rule: 'moved-but-there',
    file: REGISTER,
    at: `from: ${LOYAL}`,
    found: `“${LOYAL}”写着已移走，可是它还在`,
    expected: 'moved 只写已经不在原处的名字',
    fix: '删掉这一行，或者改掉原处的 id',
  },
  {
    name: 'a retirement of what is still there',
    edit: retired(LOYAL),
    rule: 'retired-but-there',
    file: REGISTER,
    at: `ref: ${LOYAL}`,
    found: `“${LOYAL}”写着已停用，可是它还在`,
    expected: 'retired 只写已经删掉的页面或条目',
    fix: '删掉这一行，或者删掉那条内容',
  },
  {
    name: 'a retirement without a reason',
    edit: retired(LOYAL, ''),
    rule: 'missing-field',
    file: REGISTER,
    at: `ref: ${LOYAL}`,
    found: '缺少字段 why（理由）',
    expected: '这里要有 why（理由）',
    fix: '补一行“why: ……”，左边与同级的字段对齐',
  },
  {
    name: 'a fingerprint that was written by hand',
    edit: replace(REGISTER, /agency\/rules\/conduct#loyal: .*/, 'agency/rules/conduct#loyal: 忠诚'),
    rule: 'bad-fingerprint',
    file: REGISTER,
    at: 'agency/rules/conduct#loyal: 忠诚',
    found: '“agency/rules/conduct#loyal”这一行不是 npm run ids 写的样子',
    expected: '“名字: 八位指纹”，由 npm run ids 写，不用手改',
    fix: '删掉这一行，再运行 npm run ids',
  },
];
