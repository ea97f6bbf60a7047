/** The typography of Chinese text: what the content guide asks for, as a pure function of a text. */

export type TypographyRule = 'half-width-punctuation' | 'missing-space' | 'extra-space';

export interface TypographyFault {
  readonly rule: TypographyRule;
  /** Offset in the text. */
  readonly index: number;
  /** The place with a few characters around it, as written and as it should be. */
  readonly written: string;
  readonly better: string;
}

/** Stands for something in a line whose typography does not matter: code, a line break. */
export const OPAQUE = '\uFFFC';

const HAN = String.raw`\p{Script=Han}〇`;
/** Full-width punctuation that has its own space. */
const WIDE = '，。；：！？、（）《》〈〉「」『』【】〔〕“”';

const PATTERNS: Readonly<Record<TypographyRule, RegExp>> = {
  'half-width-punctuation': new RegExp(
    `(?<=[${HAN}”）》〉」』】〕])[,;:!?]|[,;:!?](?= ?[${HAN}“（《])`,
    'gu',
  ),
  'missing-space': new RegExp(`(?<=[${HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[${HAN}])`, 'gu'),
  'extra-space': new RegExp(
    String.raw`(?<=[${HAN}])\s+(?=[${HAN}])|\s+(?=[${WIDE}])|(?<=[${WIDE}])\s+`,
    'gu',
  ),
};

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};

/** Characters shown on either side of a fault. */
const AROUND = 6;

/** Finds the faults in a text; one without Chinese characters has none. */
export function typographyFaults(text: string): TypographyFault[] {
  if (!new RegExp(`[${HAN}]`, 'u').test(text)) return [];
  const rules = Object.keys(PATTERNS) as TypographyRule[];
  return rules
    .flatMap((rule) => [...text.matchAll(PATTERNS[rule])].map((match) => fault(rule, match, text)))
    .sort((a, b) => a.index - b.index);
}

function fault(rule: TypographyRule, match: RegExpMatchArray, text: string): TypographyFault {
  const index = match.index ?? 0;
  const end = index + match[0].length + AROUND;
  const around = text.slice(Math.max(0, index - AROUND), end);
  return { rule, index, written: visible(around), better: visible(mended(around)) };
}

/** The text with all its faults mended. */
function mended(text: string): string {
  return text
    .replace(PATTERNS['half-width-punctuation'], (mark) => FULL_WIDTH[mark] ?? mark)
    .replace(PATTERNS['missing-space'], ' ')
    .replace(PATTERNS['extra-space'], '');
}

function visible(text: string): string {
  return text.replaceAll(OPAQUE, '…').replaceAll('\n', '↵');
}
