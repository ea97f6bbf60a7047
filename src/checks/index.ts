/**
 * The editor's checks: everything that the files of `content/` can get wrong, found at once and told
 * in Chinese. Pure: files in, problems out.
 */
import type { HandbookSlug } from '../model/handbook-slug.ts';
import { isHandbookPage, type SourcePage } from './parse/source-page.ts';
import { sortProblems, type ContentFile, type Problem } from './problem.ts';
import { checkAnchors } from './rules/anchors.ts';
import { checkAttributes } from './rules/attributes.ts';
import { checkBody } from './rules/body.ts';
import { checkCharacters } from './rules/characters.ts';
import { checkComponents } from './rules/components.ts';
import { checkCoverage, checkLedger } from './rules/coverage.ts';
import { checkEditions } from './rules/editions.ts';
import { checkNotEmptied } from './rules/emptied.ts';
import { checkFlow } from './rules/flow.ts';
import { checkForms } from './rules/forms.ts';
import { checkGates } from './rules/gates.ts';
import { checkHolidays } from './rules/holidays.ts';
import { checkGlossary } from './rules/glossary.ts';
import { checkIdentity, checkListIds } from './rules/identity.ts';
import { checkLinks } from './rules/links.ts';
import { checkMarkdown } from './rules/markdown.ts';
import { checkNotes } from './rules/notes.ts';
import { checkPictures } from './rules/pictures.ts';
import { checkPlans } from './rules/plans.ts';
import { checkProvenance, checkTermSources } from './rules/provenance.ts';
import { checkQuestions } from './rules/questions.ts';
import { checkReferences } from './rules/references.ts';
import { checkRegister } from './rules/register.ts';
import { checkRegulationMarks, checkRegulations } from './rules/regulations.ts';
import { checkSchema } from './rules/schema.ts';
import { checkDataMarks, checkStrayMarks } from './rules/stray-marks.ts';
import { checkIdentityFile } from './rules/site-file.ts';
import { checkSynonyms } from './rules/synonyms.ts';
import { checkTerms } from './rules/terms.ts';
import { checkDataTypography, checkTypography } from './rules/typography.ts';
import { checkWorkflow } from './rules/workflow.ts';
import { readContentTree, type ContentTree } from './content-tree.ts';

export type { ContentFile, Problem } from './problem.ts';

export interface CheckOptions {
  /** The handbooks whose ledger entries must all be carried by an item; absent: all that the ledger has. */
  readonly complete?: readonly HandbookSlug[];
  /** True where a content without a register, an edition, holidays or a name is at fault: in every real build. */
  readonly register?: boolean;
  /** The addresses of the files in `public/`; without them, links to files are taken on trust. */
  readonly publicFiles?: ReadonlySet<string>;
}

/** What any MDX file can get wrong by itself, and what only against the rest. */
const TEXT_RULES = [
  checkComponents,
  checkAttributes,
  checkMarkdown,
  checkStrayMarks,
  checkTypography,
];
const TEXT_TREE_RULES = [checkLinks, checkPictures, checkTerms, checkRegulationMarks];

/** The same for the pages of the handbooks. */
const PAGE_RULES = [
  checkSchema,
  checkIdentity,
  checkAnchors,
  checkNotes,
  checkBody,
  checkForms,
  checkQuestions,
  checkWorkflow,
  checkGates,
  checkFlow,
];
const PAGE_TREE_RULES = [checkProvenance, checkReferences];

/** What a page gets wrong by itself, by page: the dev server asks again after each save. */
const own = new WeakMap<SourcePage, readonly Problem[]>();

function ownProblems(page: SourcePage): readonly Problem[] {
  const known = own.get(page);
  if (known !== undefined) return known;
  const found = [
    ...TEXT_RULES.flatMap((rule) => rule(page)),
    ...(isHandbookPage(page) ? PAGE_RULES.flatMap((rule) => rule(page)) : []),
  ];
  own.set(page, found);
  return found;
}

const characters = new WeakMap<ContentFile, readonly Problem[]>();

function ownCharacters(file: ContentFile): readonly Problem[] {
  const known = characters.get(file) ?? checkCharacters(file);
  characters.set(file, known);
  return known;
}

/** Finds all problems in the content, sorted by file and line. */
export function checkContent(files: readonly ContentFile[], options: CheckOptions = {}): Problem[] {
  const { tree: read, problems } = readContentTree(files);
  const { publicFiles } = options;
  const tree: ContentTree = publicFiles ? { ...read, publicFiles } : read;
  const found = tree.texts.flatMap((page) => [
    ...ownProblems(page),
    ...TEXT_TREE_RULES.flatMap((rule) => rule(page, tree)),
    ...(isHandbookPage(page) ? PAGE_TREE_RULES.flatMap((rule) => rule(page, tree)) : []),
  ]);
  return sortProblems([
    ...problems,
    ...files.flatMap(ownCharacters),
    ...found,
    ...checkListIds(tree),
    ...checkGlossary(tree),
    ...checkRegulations(tree),
    ...checkPlans(tree),
    ...checkTermSources(tree),
    ...checkDataTypography(tree),
    ...checkDataMarks(tree),
    ...checkSynonyms(tree),
    ...checkIdentityFile(tree, options.register ?? false, files),
    ...(problems.length === 0 ? checkPublication(tree, options.register ?? false) : []),
    ...checkLedger(tree),
    ...checkCoverage(tree, options.complete),
  ]);
}

/** What was published stays, and what the pages count by: looked at only when every file can be read. */
function checkPublication(tree: ContentTree, isNeeded: boolean): Problem[] {
  return [
    ...checkEditions(tree, isNeeded),
    ...checkRegister(tree, isNeeded),
    ...checkHolidays(tree, isNeeded),
    ...(isNeeded ? checkNotEmptied(tree) : []),
  ];
}
