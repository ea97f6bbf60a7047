/** The texts that readers meet, each with its place: what rules on words look through. */
import { REGULATIONS_FILE } from '../../schemas/regulation.ts';
import { SITE_FILE } from '../../schemas/site.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Place } from '../problem.ts';
import type { Field } from './field.ts';
import { textRuns } from './md-text.ts';
import type { SourcePage } from './source-page.ts';
import { TERMS_FILE } from './terms.ts';

export interface Passage {
  readonly text: string;
  /** Where a character of it stands. */
  readonly placeAt: (index: number) => Place;
  /** The page, or the term (`glossary#id`), that it belongs to; empty where there is none. */
  readonly reference: string;
}

/** Fields whose texts are no prose: names for machines, and words that readers may search by. */
const NO_PROSE: ReadonlySet<string> = new Set(
  'id from aliases pinyin see handbooks role reportsTo by to next about route techniques forms hue icon'.split(
    ' ',
  ),
);

/** The passages of a page: frontmatter and body. @param without fields that are passed over */
export function passagesOf(
  { file, front, body, location }: SourcePage,
  without: readonly string[] = [],
): Passage[] {
  const reference = location?.ref ?? '';
  return [
    ...(front ? front.fields() : [])
      .filter(({ name }) => !without.includes(name))
      .flatMap((field) => fieldPassages(field, reference)),
    ...(body ? textRuns(body) : []).map(({ text, lineAt }) => ({
      text,
      placeAt: (index: number) => ({ file, line: lineAt(index) }),
      reference,
    })),
  ];
}

/** The passages of the published YAML files, but for the editions, which tell of what was written before. */
export function dataPassages({ data, terms }: ContentTree): Passage[] {
  const shared = [SITE_FILE, REGULATIONS_FILE].flatMap((file) => data.get(file) ?? []);
  return [
    ...shared.flatMap((root) => fieldPassages(root, '')),
    ...(data.has(TERMS_FILE) ? terms.fields : []).flatMap((term) =>
      fieldPassages(term, `glossary#${term.get('id').text ?? ''}`),
    ),
  ];
}

function fieldPassages(field: Field, reference: string): Passage[] {
  if (NO_PROSE.has(field.name)) return [];
  const { text } = field;
  const own = text === undefined ? [] : [{ text, placeAt: () => field.place, reference }];
  return [
    ...own,
    ...[...field.fields(), ...field.items()].flatMap((each) => fieldPassages(each, reference)),
  ];
}
