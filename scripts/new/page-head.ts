/** What all generated pages share. */
import { stringify } from 'yaml';
import { UNWRITTEN } from '../../src/model/unwritten.ts';

/** What a generated page begins with. */
export interface PageHead {
  /** Undefined: its editor writes one. */
  readonly title: string | undefined;
  /** Place in its section, counted from 1. */
  readonly order: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A place to be written, with what belongs there. */
export function toWrite(what: string): string {
  return `${UNWRITTEN}${what}`;
}

/** A text as the value of a YAML field, quoted where it has to be. */
export function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/** The fields that every page has: no old manual is behind a page that begins here. */
export function headFields(
  { title, order, today }: PageHead,
  { called, summary }: { called: string; summary: string },
): string {
  return `title: ${scalar(title ?? toWrite(called))}
summary: ${toWrite(summary)}
order: ${order}
updated: ${today}
origin: editorial`;
}
