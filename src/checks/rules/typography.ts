import { textRuns } from '../parse/md-text.ts';
import type { Field } from '../parse/field.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Advice, type Place, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import {
  typographyFaults,
  type TypographyFault,
  type TypographyRule,
} from '../parse/typography-faults.ts';

/** The YAML files whose texts are published. */
const PUBLISHED_DATA = /^content\/((glossary|editions|plans)\/|(site|regulations)\.yaml$)/;

/** Days, which have a form and a rule of their own. */
const DAYS: ReadonlySet<string> = new Set(['updated', 'date', 'since', 'checkedOn']);

/** The texts of a page keep the typography of the content guide: frontmatter and prose. */
export function checkTypography({ file, front, body }: SourcePage): Problem[] {
  const runs = body ? textRuns(body) : [];
  return [
    ...(front ? checkFields(front) : []),
    ...runs.flatMap(({ text, lineAt }) =>
      faultProblems(text, (index) => ({ file, line: lineAt(index) })),
    ),
  ];
}

/** The same for the published YAML files. */
export function checkDataTypography({ data }: ContentTree): Problem[] {
  const published = [...data].filter(([path]) => PUBLISHED_DATA.test(path));
  return published.flatMap(([, root]) => checkFields(root));
}

function checkFields(root: Field): Problem[] {
  return root
    .descendants()
    .filter(({ name }) => !DAYS.has(name))
    .flatMap((field) =>
      field.text === undefined ? [] : faultProblems(field.text, () => field.place),
    );
}

/** One problem for each rule that a line breaks; further faults of the line are counted. */
function faultProblems(text: string, placeAt: (index: number) => Place): Problem[] {
  const groups = new Map<string, { place: Place; faults: TypographyFault[] }>();
  for (const fault of typographyFaults(text)) {
    const place = placeAt(fault.index);
    const key = `${fault.rule} ${place.line}`;
    const group = groups.get(key) ?? { place, faults: [] };
    groups.set(key, group);
    group.faults.push(fault);
  }
  return [...groups.values()].flatMap(({ place, faults }) => {
    const [first, ...rest] = faults;
    return first ? [problem(place, first.rule, advice(first, rest.length))] : [];
  });
}

const WRONG: Readonly<Record<TypographyRule, string>> = {
  'half-width-punctuation': '中文里用了半角标点',
  'missing-space': '中文与英文字母或数字之间少了空格',
  'extra-space': '中文之间或全角标点旁边多了空格',
};

const RIGHT: Readonly<Record<TypographyRule, string>> = {
  'half-width-punctuation': '中文里的标点用全角：，；：！？',
  'missing-space': '中文与英文字母、数字之间空一个半角空格，如“24 小时”“A 级”',
  'extra-space': '中文字之间、全角标点前后不空格；一段话写成一行，中间不换行',
};

function advice({ rule, written, better }: TypographyFault, others: number): Advice {
  const more = others > 0 ? `（这一行另有 ${others} 处）` : '';
  const isBreak = written.includes('↵') && rule === 'extra-space';
  return {
    found: `${isBreak ? '一段话中间换了行，网页上会多出空格' : WRONG[rule]}：“${written}”${more}`,
    expected: RIGHT[rule],
    fix: `改成“${better}”`,
  };
}
