/**
 * The export file: everything a browser keeps for this site, or one run, as one JSON file that
 * another browser reads. What comes in is trusted no more than any other file.
 */

/** Says what the file is. */
export const EXPORT_FORMAT = 'client-service-handbook-progress';

/** Files beyond this many bytes are no export of ours: a browser keeps about 5 million characters. */
export const EXPORT_MAX_BYTES = 20_000_000;

export interface ExportFile {
  readonly format: typeof EXPORT_FORMAT;
  /** Version of this shape. */
  readonly v: 1;
  /** The storage key of the site it comes from. */
  readonly site: string;
  /** Milliseconds since the epoch. */
  readonly exportedAt: number;
  /** Stored values by name, without the site's key. */
  readonly values: Readonly<Record<string, string>>;
}

/** Why a file cannot be imported. */
export type ExportFault = 'not-json' | 'not-export' | 'newer' | 'too-big';

/** The text of an export file; names are sorted, so that equal contents give equal files. */
export function writeExport(
  values: ReadonlyMap<string, string>,
  site: string,
  exportedAt: number,
): string {
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const file: ExportFile = {
    format: EXPORT_FORMAT,
    v: 1,
    site,
    exportedAt,
    values: Object.fromEntries(sorted),
  };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** Reads an export file; never throws. */
export function readExport(text: string): ExportFile | ExportFault {
  if (text.length > EXPORT_MAX_BYTES) return 'too-big';
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not-json';
  }
  if (typeof value !== 'object' || value === null) return 'not-export';
  const { format, v, site, exportedAt, values } = value as Record<string, unknown>;
  if (format !== EXPORT_FORMAT) return 'not-export';
  if (Number.isInteger(v) && (v as number) > 1) return 'newer';
  const isWhole =
    v === 1 &&
    typeof site === 'string' &&
    Number.isFinite(exportedAt) &&
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((each) => typeof each === 'string');
  return isWhole ? (value as ExportFile) : 'not-export';
}
