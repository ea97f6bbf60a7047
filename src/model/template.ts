/**
 * A workflow's template: the texts and the order that a run needs, frozen with it when it starts.
 * Plain data, so that it can be stored, hashed, exported and compared.
 */
import type { Flow } from './graph.ts';
import { isItemReference, isPageReference } from './reference.ts';
import { isOfVersionAfter, isRecord, type Parsed } from './parsed.ts';
import { STEP_KINDS, type EndResult, type StepKind } from './vocabulary.ts';

/** How long a step may take, from the step before: clock hours, or working days. */
export type TimeLimit = { readonly hours: number } | { readonly workdays: number };

/** More hours or working days than this no step is given: what says so is no time limit. */
export const TIME_LIMIT_MAX = 10_000;

/** A time limit in words: `24 小时内`, `3 个工作日内`. */
export function timeLimitLabel(limit: TimeLimit): string {
  return 'hours' in limit ? `${limit.hours} 小时内` : `${limit.workdays} 个工作日内`;
}

export interface TemplateOutcome {
  readonly id: string;
  readonly label: string;
  /** Id of the step or end that follows. */
  readonly to: string;
}

export interface TemplateStep {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** Name of the party who does it. */
  readonly by: string;
  readonly kind: StepKind;
  readonly doneWhen: string;
  readonly within?: TimeLimit;
  readonly critical?: true;
  /** The condition under which the step applies. */
  readonly optional?: string;
  /** Names of those who sign. */
  readonly signers?: readonly string[];
  /** Gates only. */
  readonly outcomes?: readonly TemplateOutcome[];
  /** Id of the following step or end; not for gates. */
  readonly next?: string;
  /** Technique pages to have at hand. */
  readonly techniques?: readonly { readonly title: string; readonly page: string }[];
  /** Forms to fill in, by their references; absent also in texts that were frozen before steps named any. */
  readonly forms?: readonly { readonly title: string; readonly item: string }[];
}

export interface TemplatePhase {
  readonly id: string;
  readonly title: string;
  readonly pause: string;
  readonly steps: readonly TemplateStep[];
}

export interface TemplateEnd {
  readonly id: string;
  readonly title: string;
  readonly result: EndResult;
}

export interface WorkflowTemplate {
  /** Version of this shape. */
  readonly v: 1;
  /** Reference of the workflow's page: `agency/workflows/win-new-client`. */
  readonly workflow: string;
  readonly title: string;
  readonly phases: readonly TemplatePhase[];
  readonly ends: readonly TemplateEnd[];
}

/** All steps of a template, in authored order. */
export function templateSteps(template: WorkflowTemplate): TemplateStep[] {
  return template.phases.flatMap((phase) => phase.steps);
}

/** Number of a step in its workflow, from 1. */
export function stepNumber(template: WorkflowTemplate, step: string): number {
  return templateSteps(template).findIndex((each) => each.id === step) + 1;
}

/** The template's graph. */
export function templateFlow(template: WorkflowTemplate): Flow {
  return { steps: templateSteps(template), ends: template.ends };
}

/**
 * True when a value has the shape of a template: what comes from storage or from a file is checked
 * before it is trusted.
 */
export function isWorkflowTemplate(value: unknown): value is WorkflowTemplate {
  if (!isRecord(value) || value['v'] !== 1) return false;
  const { workflow, title, phases, ends } = value;
  return (
    isPage(workflow) &&
    isText(title) &&
    Array.isArray(phases) &&
    phases.length > 0 &&
    phases.every(isPhase) &&
    Array.isArray(ends) &&
    ends.every((end) => isRecord(end) && isText(end['id']) && isText(end['title']))
  );
}

/** Parses a stored template. */
export function parseTemplate(value: unknown): Parsed<WorkflowTemplate> {
  if (isWorkflowTemplate(value)) return { value };
  return isOfVersionAfter(1, value) ? 'newer' : 'damaged';
}

function isPhase(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, title, pause, steps } = value;
  return (
    isText(id) && isText(title) && isText(pause) && Array.isArray(steps) && steps.every(isStep)
  );
}

function isStep(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const texts = ['id', 'title', 'short', 'by', 'doneWhen'].map((key) => value[key]);
  const { kind, within, outcomes, next, optional, signers, techniques, forms } = value;
  return (
    texts.every(isText) &&
    (STEP_KINDS as readonly unknown[]).includes(kind) &&
    isAbsentOr(isTimeLimit, within) &&
    isAbsentOr(isText, next) &&
    isAbsentOr(isText, optional) &&
    isAbsentOr(isListOf(isText), signers) &&
    isAbsentOr(isListOf(hasTexts('id', 'label', 'to')), outcomes) &&
    isAbsentOr(isListOf(isTechnique), techniques) &&
    isAbsentOr(isListOf(isForm), forms)
  );
}

function isTechnique(value: unknown): boolean {
  return isRecord(value) && isText(value['title']) && isPage(value['page']);
}

function isForm(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['title']) &&
    isText(value['item']) &&
    isItemReference(value['item'])
  );
}

function isPage(value: unknown): boolean {
  return isText(value) && isPageReference(value);
}

function isTimeLimit(value: unknown): value is TimeLimit {
  if (!isRecord(value)) return false;
  const limit = 'hours' in value ? value['hours'] : value['workdays'];
  return Number.isInteger(limit) && Number(limit) > 0 && Number(limit) <= TIME_LIMIT_MAX;
}

function isAbsentOr(isValid: (value: unknown) => boolean, value: unknown): boolean {
  return value === undefined || isValid(value);
}

function isListOf(isItem: (value: unknown) => boolean) {
  return (value: unknown): boolean => Array.isArray(value) && value.every(isItem);
}

function hasTexts(...keys: readonly string[]) {
  return (value: unknown): boolean => isRecord(value) && keys.every((key) => isText(value[key]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
