/** The types of the site's model: handbooks, their sections and pages, and what they are built from. */
import type { HandbookSlug } from '../model/handbook-slug.ts';
import type { Section } from '../model/vocabulary.ts';
import type { Holidays } from '../model/workdays.ts';
import type { Edition } from '../schemas/edition.ts';
import type { HandbookFront } from '../schemas/handbook.ts';
import type { HolidayEntry } from '../schemas/holidays.ts';
import type { SourceDocument, SourcesAbout, SourceStatement } from '../schemas/ledger.ts';
import type { AuthoredPlan } from '../schemas/plan.ts';
import type { Regulation } from '../schemas/regulation.ts';
import type { Register } from '../schemas/register.ts';
import type { SiteIdentity } from '../schemas/site.ts';
import type { Role } from '../schemas/role.ts';
import type { RulePage } from '../schemas/rule.ts';
import type { Technique } from '../schemas/technique.ts';
import type { Term } from '../schemas/term.ts';
import type { Workflow } from '../schemas/workflow.ts';

/** An entry of a collection; `id` is the page's reference. */
export interface SourceEntry<Data> {
  readonly id: string;
  readonly data: Data;
  /** The author's prose, as written; entries of YAML files have none. */
  readonly body?: string | undefined;
}

/** The entries of all collections: what the model is built from. */
export interface SourceContent {
  readonly identity: SiteIdentity;
  readonly handbooks: readonly SourceEntry<HandbookFront>[];
  readonly roles: readonly SourceEntry<Role>[];
  readonly workflows: readonly SourceEntry<Workflow>[];
  readonly techniques: readonly SourceEntry<Technique>[];
  readonly rules: readonly SourceEntry<RulePage>[];
  readonly documents: readonly SourceEntry<SourceDocument>[];
  readonly statements: readonly SourceEntry<SourceStatement>[];
  /** By handbook. */
  readonly about: readonly SourceEntry<SourcesAbout>[];
  readonly terms: readonly SourceEntry<Omit<Term, 'id'>>[];
  readonly editions: readonly SourceEntry<Edition>[];
  readonly regulations: readonly SourceEntry<Omit<Regulation, 'id'>>[];
  readonly plans: readonly SourceEntry<AuthoredPlan>[];
  readonly register: readonly SourceEntry<Moves>[];
  /** By year. */
  readonly holidays: readonly SourceEntry<HolidayEntry>[];
}

/** An edition with the changes that concern what is published. */
export interface PublishedEdition extends Edition {
  /** True when some of its changes are left out, of which its summary speaks. */
  readonly isPart?: boolean;
}

/** What is published of the register: where names went that readers may know. */
export type Moves = Pick<Register, 'moved' | 'retired'>;

/** A page of one section. */
export interface PageOf<S extends Section, Data> {
  readonly section: S;
  /** `agency/roles/account-director` */
  readonly reference: string;
  readonly handbook: HandbookSlug;
  readonly slug: string;
  /** Root-relative, without the base: `/agency/roles/account-director/`. */
  readonly path: string;
  /** Name of the collection that holds its prose. */
  readonly collection: S;
  readonly title: string;
  readonly data: Data;
  /** The author's prose, as written. */
  readonly body: string;
}

export type RolePage = PageOf<'roles', Role>;
export type WorkflowPage = PageOf<'workflows', Workflow>;
export type TechniquePage = PageOf<'techniques', Technique>;
export type RulesPage = PageOf<'rules', RulePage>;
export type Page = RolePage | WorkflowPage | TechniquePage | RulesPage;

/** A handbook with its pages. */
export interface Handbook {
  readonly slug: HandbookSlug;
  readonly path: string;
  readonly title: string;
  readonly reference: string;
  readonly collection: 'handbooks';
  readonly data: HandbookFront;
  /** The author's prose, as written. */
  readonly body: string;
  readonly roles: readonly RolePage[];
  readonly workflows: readonly WorkflowPage[];
  readonly techniques: readonly TechniquePage[];
  readonly rules: readonly RulesPage[];
  /** All pages in the order in which one reads them: A, B, C, D. */
  readonly pages: readonly Page[];
}

/** What the sources state, as the ledger has it. */
export interface Ledger {
  /** What there is to say of the documents, a few sentences for each handbook. */
  readonly about: readonly string[];
  readonly documents: readonly SourceEntry<SourceDocument>[];
  readonly statements: readonly SourceEntry<SourceStatement>[];
  readonly statementsById: ReadonlyMap<string, SourceStatement>;
}

/** The model of the whole site. */
export interface Site {
  /** What the site is called. */
  readonly identity: SiteIdentity;
  /** Those that are published, in the order of the site. */
  readonly handbooks: readonly Handbook[];
  /** Those that are written and not published. */
  readonly leftOut: readonly HandbookSlug[];
  /** By reference. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly ledger: Ledger;
  /** The glossary, in authored order. */
  readonly terms: readonly Term[];
  /** Laws and rules from outside that concern the published handbooks, in authored order. */
  readonly regulations: readonly Regulation[];
  /** Authored training plans of the published handbooks; `id` is the slug. Routes of roles: `plans.ts`. */
  readonly plans: readonly SourceEntry<AuthoredPlan>[];
  /** The newest first. */
  readonly editions: readonly PublishedEdition[];
  readonly register: Moves;
  readonly holidays: Holidays;
}
