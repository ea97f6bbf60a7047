/**
 * A plan that was made for somebody, as a code in a link: `/train/open/?p=<code>`.
 *
 *     1.<data>.<check>
 *
 * The number is the version of the format: `2` for a plan that replaces others, `1` for every other. The data
 * are the plan's canonical JSON (`canonicalPlan`), raw deflate, base64url. `check` is the checksum of what
 * stands before it, in letters and digits alone: what finds links in a text leaves a sign at their end off.
 * The address reaches the host: nothing that was typed is in it.
 */
import { isRecord, type Parsed, parseStored } from '../../model/parsed.ts';
import type { Plan, PlanItem } from '../../model/plan.ts';
import { isReference } from '../../model/reference.ts';
import { crc32 } from '../transfer/crc32.ts';
import { deflate, inflate } from '../transfer/deflate.ts';
import { fromBase64url, toBase64url } from '../transfer/base64url.ts';
import { isItemReference, isNeed, isPlanDay, isRevision } from './event.ts';
import { areReplaced, MOST_REPLACED } from './replaced-plans.ts';

/** The newest version that is read. */
export const PLAN_CODE_VERSION = 2;

/** Ids of made plans begin with it, whichever version their codes have. */
const ID_PREFIX = '1';

/** A link with more characters than this in its code may be cut on its way: such a plan is authored. */
export const PLAN_CODE_MAX = 1_500;

/** What a code unpacks to, at most, in bytes: some thousand items. */
const MAX_BYTES = 100_000;

/** A plan as its link carries it. */
export interface MadePlan {
  /** Number of the edition of which it was made. */
  readonly edition: number;
  /** What lends the plan its title: a page's or a handbook's reference, or `plan:<slug>`. */
  readonly titleFrom: string;
  /** One or more, each reference once for each need, in order: days never go back. */
  readonly items: readonly PlanItem[];
  /** Ids of made plans that it takes the place of, the newest first; absent: it is a plan by itself. */
  readonly replaces?: readonly string[];
}

/** What is wrong with a plan that cannot become a link. */
export type PlanCodeFault = 'too-long' | 'no-plan';

/**
 * Writes a plan's code.
 *
 * @returns the code; `too-long` beyond `PLAN_CODE_MAX`; `no-plan` for what would not be read again: no
 *   items, an item twice, days that go back
 */
export async function writePlanCode(
  plan: MadePlan,
): Promise<{ readonly code: string } | PlanCodeFault> {
  if (!isPlan(plan)) return 'no-plan';
  const bytes = await deflate(new TextEncoder().encode(canonicalPlan(plan)));
  const body = `${versionOf(plan)}.${toBase64url(bytes)}`;
  const code = `${body}.${checksum(body)}`;
  return code.length > PLAN_CODE_MAX ? 'too-long' : { code };
}

/** Reads a plan's code, of whatever origin, whole or not at all. Never throws. */
export async function readPlanCode(code: string): Promise<Parsed<MadePlan>> {
  const [, version = '', rest = ''] = /^([1-9]\d{0,2})\.(.*)$/s.exec(code) ?? [];
  if (Number(version) > PLAN_CODE_VERSION) return 'newer';
  const [, data = '', check = ''] = /^([\w-]+)\.([a-z0-9]{7})$/.exec(rest) ?? [];
  if (code.length > PLAN_CODE_MAX || checksum(`${version}.${data}`) !== check) return 'damaged';
  const bytes = fromBase64url(data);
  const unpacked = bytes && (await inflate(bytes, MAX_BYTES));
  if (unpacked === undefined || typeof unpacked === 'string') return 'damaged';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    return parseCanonical(text, Number(version));
  } catch {
    return 'damaged';
  }
}

/**
 * The code in the query of an address; empty where there is none. Parameters that a chat app adds are passed
 * over, and so is what it took along from behind the link: `…?p=1.x.y，请看`.
 *
 * @param search begins with `?`, or is empty
 */
export function planCodeIn(search: string): string {
  const text = new URLSearchParams(search).get('p') ?? '';
  return /^[\w.-]*/.exec(text.trim())?.[0] ?? '';
}

/** The code of the first plan's link in a text; empty where there is none. */
export function planCodeInText(text: string): string {
  const [link = ''] = /\?[^\s#]*\bp=[\w.-]+/.exec(text.normalize('NFKC')) ?? [];
  return planCodeIn(link);
}

/** Root-relative path with the query that opens a plan. */
export function openPath(code: string): string {
  return `/train/open/?p=${code}`;
}

/**
 * The id of a made plan: one plan has one id in every browser, whichever way it deflates. It begins with a
 * digit, which no slug does.
 */
export function madePlanId(plan: MadePlan): string {
  const text = canonicalPlan(plan);
  return `${ID_PREFIX}${checksum(text)}${text.length.toString(36)}`;
}

/** The ids that a plan names which is made of one that was sent. */
export function replacedBy(made: MadePlan): readonly string[] {
  return [madePlanId(made), ...(made.replaces ?? [])].slice(0, MOST_REPLACED);
}

/** A made plan as all plans are. @param title as the handbook says it now */
export function planOf(plan: MadePlan, title: string): Plan {
  return { id: madePlanId(plan), title, items: plan.items };
}

/**
 * The one text of a plan: `{"e":2,"t":"agency/roles/x","i":[["agency/workflows/y#z","practise",5],…]}`
 * without spaces, in this order; at the end `"r":["<id>",…]` where it replaces others.
 */
export function canonicalPlan({ edition, titleFrom, items, replaces }: MadePlan): string {
  return JSON.stringify({
    e: edition,
    t: titleFrom,
    i: items.map(({ ref, need, day }) => [ref, need, day]),
    ...(replaces ? { r: replaces } : {}),
  });
}

/** Only the one text of a plan is taken: what says more, or says it otherwise, none of ours wrote. */
function parseCanonical(text: string, version: number): Parsed<MadePlan> {
  return parseStored(text, (value) => {
    if (!isRecord(value)) return 'damaged';
    const { e, t, i, r } = value;
    if (!Array.isArray(i)) return 'damaged';
    const items = i.flatMap((each: unknown) => (Array.isArray(each) ? [itemOf(each)] : []));
    const plan = { edition: e, titleFrom: t, items, ...(r === undefined ? {} : { replaces: r }) };
    if (!isPlan(plan) || versionOf(plan) !== version) return 'damaged';
    return canonicalPlan(plan) === text ? { value: plan } : 'damaged';
  });
}

function itemOf([ref, need, day]: readonly unknown[]) {
  return { ref, need, day };
}

/** What is known of a plan before it is looked at. */
interface MaybePlan {
  readonly edition: unknown;
  readonly titleFrom: unknown;
  readonly items: readonly { ref: unknown; need: unknown; day: unknown }[];
  readonly replaces?: unknown;
}

function isPlan(plan: MaybePlan): plan is MadePlan {
  const { edition, titleFrom, items, replaces } = plan;
  const names = new Set(items.map(({ ref, need }) => `${String(need)} ${String(ref)}`));
  return (
    isRevision(edition) &&
    typeof titleFrom === 'string' &&
    isReference(titleFrom.replace(/^plan:/, '')) &&
    items.length > 0 &&
    names.size === items.length &&
    (replaces === undefined || areReplaced(replaces)) &&
    items.every(
      ({ ref, need, day }, index) =>
        isItemReference(ref) &&
        isNeed(need) &&
        isPlanDay(day) &&
        (index === 0 || day >= (items[index - 1]?.day as number)),
    )
  );
}

/** Old pages must not take a plan that replaces another for one by itself, and name it as newer. */
function versionOf({ replaces }: MadePlan): number {
  return replaces ? 2 : 1;
}

/** CRC-32 in seven letters and digits. */
function checksum(text: string): string {
  return crc32(new TextEncoder().encode(text)).toString(36).padStart(7, '0');
}
