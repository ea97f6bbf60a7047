/** Facts that one page decides (`content/facts.yaml`): no other page of its handbook says otherwise. */
import { FACTS_FILE, factSchema, type Fact } from '../../schemas/facts.ts';
import { didYouMean } from '../advice/nearest.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Field } from '../parse/field.ts';
import { passagesOf, type Passage } from '../parse/passages.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import { checkExceptions, listProblem } from './word-lists.ts';

const FORM =
  '- { fact: 纪要几时发, home: 手册/栏目/文件名#条目的 id, says: 当天, about: [纪要, 发], not: [次日] }';

/** Checks the list, and the pages by it. Not to be asked while a page cannot be read. */
export function checkFacts(tree: ContentTree): Problem[] {
  const root = tree.data.get(FACTS_FILE);
  if (!root || !tree.isWhole) return [];
  const fault = listProblem(root, FORM);
  if (fault) return [fault];
  const texts = [...tree.pages.values()].map((page) => ({
    page,
    passages: passagesOf(page, WITHOUT_QUESTIONS),
  }));
  return root.items().flatMap((entry) => {
    const { data, error } = factSchema.safeParse(entry.toData());
    const faults = (error?.issues ?? []).flatMap((issue) =>
      issueProblems(issue, entry, factSchema),
    );
    if (!data) return faults;
    const home = tree.pages.get(pageOf(data.home));
    const wrong = [...checkHome(entry, data, home, tree), ...checkExceptions(entry, tree)];
    if (!home || wrong.length > 0) return wrong;
    const where = `${home.file} 第 ${placeOf(home, data)} 行`;
    return texts
      .filter(({ page: { location } }) => {
        const isOfHome = location.handbook === home.location.handbook;
        return isOfHome && !data.except.includes(location.ref);
      })
      .flatMap(({ passages }) => passages)
      .flatMap((passage) => contradictions(data, where, passage));
  });
}

/** Wrong answers may say anything. */
const WITHOUT_QUESTIONS: readonly string[] = ['questions'];

const pageOf = (reference: string) => reference.split('#')[0] ?? '';
const idOf = (reference: string) => reference.split('#')[1];

/** The home is there, and says what the list has it say. */
function checkHome(
  entry: Field,
  { home, says }: Fact,
  page: HandbookPage | undefined,
  { pages }: ContentTree,
): Problem[] {
  const id = idOf(home);
  const ids = page?.items.flatMap((item) => item.id ?? []) ?? [];
  if (!page || (id !== undefined && !ids.includes(id))) {
    const guess = page ? didYouMean(id ?? '', ids) : didYouMean(pageOf(home), pages.keys());
    return [
      problem(entry.get('home').place, 'unknown-home', {
        found: `home 写的“${home}”不存在。${guess}`,
        expected: '定这件事的那一页，或那一条：“手册/栏目/文件名#条目的 id”',
        fix: '照那一页的文件名和 id 改正',
      }),
    ];
  }
  if (homeTexts(page, id).some((text) => text.includes(says))) return [];
  return [
    problem(entry.get('says').place, 'home-says-otherwise', {
      found: `“${home}”里没有“${says}”这几个字`,
      expected: '说法以定这件事的那一页为准，逐字一样',
      fix: '那一页改了的，把 says 改成现在的说法，not 里去掉它、加上从前的；没改的，把 home 改成真正定这件事的那一条',
    }),
  ];
}

function homeTexts(page: HandbookPage, id: string | undefined): string[] {
  if (id === undefined) return passagesOf(page).map(({ text }) => text);
  const item = page.items.find((each) => each.id === id);
  return item?.field.descendants().flatMap(({ text }) => text ?? []) ?? [];
}

function placeOf(page: HandbookPage, { home }: Fact): number {
  const id = idOf(home);
  return page.items.find((item) => item.id === id && id !== undefined)?.field.place.line ?? 1;
}

/** The sentences of a passage that are about the fact and say something else. */
function contradictions(
  { fact, says, about, not }: Fact,
  where: string,
  { text, placeAt }: Passage,
): Problem[] {
  return [...text.matchAll(/[^。；！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    if (!about.every((word) => sentence.includes(word))) return [];
    const other = not.find((word) => sentence.includes(word));
    if (other === undefined) return [];
    return [
      problem(placeAt(index + sentence.indexOf(other)), 'fact-said-otherwise', {
        found: `“${fact}”这里说“${other}”，别处说“${says}”`,
        expected: `一件事只有一个说法，以 ${where}为准：${says}`,
        fix: `改成“${says}”，或者不写、链接过去；说的是另一件事，就在 ${FACTS_FILE} 那一条的 except 里写上这一页`,
      }),
    ];
  });
}
