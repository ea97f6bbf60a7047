/** Tells the pages that show runs what has become of every workflow. */
import { currentName, idsOnPage } from '../model/moves.ts';
import { itemReference } from '../model/reference.ts';
import type { PresentWorkflow, RunIndex } from '../model/run-index.ts';
import { currentEdition } from './editions.ts';
import { stepsOf } from './cross-references.ts';
import { formerNames, formerPages } from './former-pages.ts';
import type { Site, WorkflowPage } from './types.ts';
import { templateHash, templateOf, templatePath } from './workflow-template.ts';

/** The index of all workflows, present and former. */
export function runIndex(site: Site): RunIndex {
  const pages = site.handbooks.flatMap((handbook) => handbook.workflows);
  const gone = formerPages(site).filter(({ reference }) => reference.includes('/workflows/'));
  return {
    edition: currentEdition(site).number,
    workflows: Object.fromEntries(
      pages.map((page) => [page.reference, presentWorkflow(site, page)]),
    ),
    moved: Object.fromEntries(
      gone
        .map(({ reference }) => [reference, currentName(site.register.moved, reference)] as const)
        .filter(([from, to]) => from !== to),
    ),
    retired: Object.fromEntries(
      gone.flatMap(({ reference, why }) => (why === undefined ? [] : [[reference, why]])),
    ),
  };
}

/** What a run needs to know of a workflow as it is now. */
export function presentWorkflow(site: Site, page: WorkflowPage): PresentWorkflow {
  const template = templateOf(site, page);
  const renamed = formerStepIds(site, page);
  return {
    title: page.title,
    hash: templateHash(template),
    template: templatePath(template),
    ...(Object.keys(renamed).length > 0 ? { renamed } : {}),
  };
}

/** Former ids of a workflow's steps, on this page or under its former address → their present ids. */
function formerStepIds(site: Site, page: WorkflowPage): Record<string, string> {
  const addresses = [page.reference, ...formerNames(site, page.reference)];
  const renamed = stepsOf(page).flatMap(({ id }) => {
    const names = formerNames(site, itemReference(page.reference, id));
    return addresses
      .flatMap((address) => idsOnPage(address, names))
      .filter((former) => former !== id)
      .map((former) => [former, id] as const);
  });
  return Object.fromEntries(renamed);
}

/** Titles and addresses of all roles and workflows, by every reference they have had. */
export function namedPages(site: Site): Record<string, { title: string; path: string }> {
  const pages = site.handbooks.flatMap((book) =>
    [...book.roles, ...book.workflows].map((page) => ({ page, book })),
  );
  return Object.fromEntries(
    pages.flatMap(({ page, book }) =>
      [page.reference, ...formerNames(site, page.reference)].map((reference) => [
        reference,
        { title: `${page.title}（${book.data.department}）`, path: page.path },
      ]),
    ),
  );
}
