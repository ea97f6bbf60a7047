/**
 * The editor's checks: everything that the files of `content/` can get wrong, found at once and told
 * in Chinese. Pure: files in, problems out.
 */
import { HANDBOOKS, type HandbookSlug } from '../../model/vocabulary';
import { isHandbookPage, type HandbookPage, type Page } from './page';
import { sortProblems, type ContentFile, type Problem } from './problem';
import { checkBody } from './rules/body';
import { checkComponents } from './rules/components';
import { checkCoverage, checkLedger } from './rules/coverage';
import { checkEditions } from './rules/editions';
import { checkFlow } from './rules/flow';
import { checkGates } from './rules/gates';
import { checkIdentity, checkListIds } from './rules/identity';
import { checkLinks } from './rules/links';
import { checkNotes } from './rules/notes';
import { checkProvenance } from './rules/provenance';
import { checkReferences } from './rules/references';
import { checkRegister } from './rules/register';
import { checkSchema } from './rules/schema';
import { checkSynonyms } from './rules/synonyms';
import { checkTerms } from './rules/terms';
import { checkDataTypography, checkTypography } from './rules/typography';
import { checkWorkflow } from './rules/workflow';
import { readSite, type Site } from './site';

export type { ContentFile, Problem } from './problem';

export interface CheckOptions {
  /** The handbooks whose ledger entries must all be carried by an item. */
  readonly complete?: readonly HandbookSlug[];
  /** True where a content without a register or an edition is at fault: in every real build. */
  readonly register?: boolean;
}

/** Rules for every MDX file. */
const TEXT_RULES: readonly ((page: Page, site: Site) => Problem[])[] = [
  checkComponents,
  checkLinks,
  checkTerms,
  checkTypography,
];

/** Rules for the pages of the handbooks. */
const PAGE_RULES: readonly ((page: HandbookPage, site: Site) => Problem[])[] = [
  checkSchema,
  checkIdentity,
  checkProvenance,
  checkReferences,
  checkNotes,
  checkBody,
  checkWorkflow,
  checkGates,
  checkFlow,
];

/** Finds all problems in the content, sorted by file and line. */
export function checkContent(files: readonly ContentFile[], options: CheckOptions = {}): Problem[] {
  const { site, problems } = readSite(files);
  const found = site.texts.flatMap((page) => [
    ...TEXT_RULES.flatMap((rule) => rule(page, site)),
    ...(isHandbookPage(page) ? PAGE_RULES.flatMap((rule) => rule(page, site)) : []),
  ]);
  return sortProblems([
    ...problems,
    ...found,
    ...checkListIds(site),
    ...checkDataTypography(site),
    ...checkSynonyms(site),
    ...(problems.length === 0 ? checkPublication(site, options.register ?? false) : []),
    ...checkLedger(site),
    ...checkCoverage(site, options.complete ?? HANDBOOKS),
  ]);
}

/** What was published stays: looked at only when every file can be read. */
function checkPublication(site: Site, isNeeded: boolean): Problem[] {
  return [...checkEditions(site, isNeeded), ...checkRegister(site, isNeeded)];
}
