/** The banks as they are published: each once for a build, without what was dropped, and their index. */
import type { BankIndex, QuestionBank } from '../../model/review-question.ts';
import { pagesOfRole } from '../route.ts';
import type { RolePage, Site } from '../types.ts';
import { allBanks, termsBankName } from './bank.ts';

const published = new WeakMap<Site, readonly QuestionBank[]>();

/** All banks with at least one question. */
export function publishedBanks(site: Site): readonly QuestionBank[] {
  const known = published.get(site);
  if (known) return known;
  const banks = allBanks(site)
    .filter(({ questions }) => questions.length > 0)
    .map(({ page, title, questions }) => ({ page, title, questions }));
  published.set(site, banks);
  return banks;
}

/** Which banks there are, by role too, and the moves that answers follow. */
export function bankIndex(site: Site): BankIndex {
  const banks = publishedBanks(site);
  const names = new Set(banks.map(({ page }) => page));
  return {
    banks: banks.map(({ page, title, questions }) => ({ page, title, count: questions.length })),
    roles: Object.fromEntries(
      site.handbooks.flatMap(({ roles }) =>
        roles.map((role) => [
          role.reference,
          pagesOf(site, role).filter((name) => names.has(name)),
        ]),
      ),
    ),
    moved: site.register.moved,
  };
}

/**
 * What concerns a role: what it has to know, the workflows that it takes part in, and the terms of its
 * handbook; each once.
 */
function pagesOf(site: Site, role: RolePage): string[] {
  const handbook = site.handbooks.find(({ slug }) => slug === role.handbook);
  const taking = (handbook?.workflows ?? []).filter(({ data }) =>
    data.parties.some((party) => party.role === role.slug),
  );
  return [
    ...new Set([
      ...pagesOfRole(role),
      ...taking.map(({ reference }) => reference),
      termsBankName(role.handbook),
    ]),
  ];
}
