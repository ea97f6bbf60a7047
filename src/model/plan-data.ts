/** The files from which pages of training know what there is: `current/plans.json`, `current/train/<handbook>.json`. */
import { CURRENT } from './data-folders.ts';
import type { HandbookSlug } from './handbook-slug.ts';
import type { Plan } from './plan.ts';
import type { Section } from './vocabulary.ts';

/** A route or an authored plan, as it is published. */
export interface ListedPlan extends Plan {
  /** Root-relative, without the base: `/train/agency-account-executive/`. */
  readonly path: string;
  readonly handbook: HandbookSlug;
  /** Reference of the role that it is for. */
  readonly role: string;
  /** True for the route of a role. */
  readonly isRoute: boolean;
}

/** An item that a plan can name; its reference is `<page>#<id>`, its address the page's with `#<id>`. */
export interface TrainingItem {
  readonly id: string;
  readonly text: string;
}

/** A page that a plan can name. Which needs fit it and its items, `plan-fit.ts` says by the section. */
export interface TrainingPage {
  /** Full reference. */
  readonly ref: string;
  readonly title: string;
  readonly section: Section;
  /** Root-relative, without the base. */
  readonly path: string;
  /** In authored order. */
  readonly items: readonly TrainingItem[];
}

/** All that plans can name of a handbook. */
export interface TrainingHandbook {
  readonly handbook: HandbookSlug;
  readonly title: string;
  /** In the order in which one reads them. */
  readonly pages: readonly TrainingPage[];
}

/** Where `current/plans.json` lies, root-relative, without the base. */
export const PLANS_PATH = `/${CURRENT}/plans.json`;

/** Where the file of a handbook lies, root-relative, without the base. */
export const trainingPath = (handbook: HandbookSlug): string =>
  `/${CURRENT}/train/${handbook}.json`;
