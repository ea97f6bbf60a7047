/** The editions: numbered without a gap, dated in order, each change leading to what changed. */
import { editionSchema } from '../../../schemas/edition';
import { publishedOf } from '../../register/fingerprint';
import type { Field } from '../field';
import { didYouMean } from '../nearest';
import { problem, type Problem } from '../problem';
import { schemaProblems } from '../schema-issues';
import type { Site } from '../site';

const EDITION_FILE = /^content\/editions\/([^/]+)\.ya?ml$/;

interface EditionFile {
  readonly file: string;
  readonly name: string;
  readonly root: Field;
  readonly number: number;
}

/** Checks all editions. */
export function checkEditions(site: Site): Problem[] {
  const editions = editionsOf(site);
  const shape = editions.flatMap(({ root }) => schemaProblems(root, editionSchema));
  if (shape.length > 0) return shape;
  return [
    ...editions.flatMap(checkName),
    ...editions.flatMap((edition, index) => checkOrder(edition, index, editions[index - 1])),
    ...(site.isWhole ? checkReferences(site, editions) : []),
  ];
}

/** What the newest edition says has changed. */
export function newestEdition(site: Site): { references: ReadonlySet<string> } {
  const newest = editionsOf(site).at(-1);
  return { references: new Set(newest ? changedIn(newest).flatMap((ref) => ref.text ?? []) : []) };
}

function editionsOf(site: Site): EditionFile[] {
  return [...site.data]
    .flatMap(([file, root]) => {
      const name = EDITION_FILE.exec(file)?.[1];
      const number = Number(root.get('number').scalar);
      return name === undefined ? [] : [{ file, name, root, number }];
    })
    .sort((a, b) => a.number - b.number);
}

function changedIn({ root }: EditionFile): Field[] {
  return root
    .get('changes')
    .items()
    .map((change) => change.get('ref'));
}

function checkName({ name, number, root }: EditionFile): Problem[] {
  if (name === String(number)) return [];
  return [
    problem(root.get('number').place, 'edition-name', {
      found: `文件叫 ${name}.yaml，里面写的是第 ${number} 版`,
      expected: '文件名就是版次的数字，如第 2 版叫 2.yaml',
      fix: '改文件名，或者改 number',
    }),
  ];
}

function checkOrder(edition: EditionFile, index: number, previous?: EditionFile): Problem[] {
  const { root, number } = edition;
  if (number !== index + 1) {
    return [
      problem(root.get('number').place, 'edition-gap', {
        found: `第 ${number} 版前面缺第 ${index + 1} 版`,
        expected: '版次从 1 起，一版接一版',
        fix: `把 number 和文件名改成 ${index + 1}`,
      }),
    ];
  }
  const day = (file: EditionFile) => String(file.root.get('date').scalar);
  if (!previous || day(previous) <= day(edition)) return [];
  return [
    problem(root.get('date').place, 'edition-date', {
      found: `第 ${number} 版的日期 ${day(edition)} 早于前一版的 ${day(previous)}`,
      expected: '后一版的日期不早于前一版',
      fix: '改正日期',
    }),
  ];
}

/** What changed is there, or the register says where it went. Older editions name what was there then. */
function checkReferences(site: Site, editions: readonly EditionFile[]): Problem[] {
  const root = site.data.get('content/ids.yaml');
  const known = new Set([
    'glossary',
    ...publishedOf(site).map(({ reference }) => reference),
    ...(root?.get('moved').items() ?? []).flatMap((entry) => entry.get('from').text ?? []),
    ...(root?.get('retired').items() ?? []).flatMap((entry) => entry.get('ref').text ?? []),
  ]);
  return editions.flatMap(changedIn).flatMap((ref) => {
    const reference = ref.text ?? '';
    if (known.has(reference)) return [];
    return [
      problem(ref.place, 'edition-reference', {
        found: `没有“${reference}”这个页面或条目。${didYouMean(reference, known)}`,
        expected: 'ref 是现在有的，或者在 content/ids.yaml 里写明移走、停用的',
        fix: '照 content/ids.yaml 里的名字改正',
      }),
    ];
  });
}
