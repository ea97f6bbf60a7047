/**
 * Colours and signs of the published handbooks, put into the style sheets at build. `@hues light` becomes the tokens of the hues that are used, `@handbook-hues` the rules that give each handbook its hue,
 * `@handbook-icons` those that give it its sign, which few pages show. The style sheets name no handbook, and carry no colour that nobody has.
 */
import { HUES, type HueName } from '../model/hues.ts';
import { iconImage } from './icons.ts';
import type { ListedHandbook } from './site-file.ts';

type Marked = Pick<ListedHandbook, 'slug' | 'hue' | 'icon'>;

interface Declared {
  readonly prop: string;
  readonly value: string;
  /** Where it stands in the sources: Vite asks it of what has an address in it. */
  readonly source?: unknown;
}

/** A rule of a style sheet, as PostCSS takes it. */
interface Ruled {
  readonly selector: string;
  readonly nodes: readonly Declared[];
  readonly source?: unknown;
}

/** An at-rule of a style sheet, as PostCSS hands it over. */
interface AtRule {
  readonly params: string;
  readonly source?: unknown;
  replaceWith(...nodes: readonly (Declared | Ruled)[]): unknown;
  error(message: string): Error;
}

/** The tokens of hues in one scheme: `--teal`, `--teal-wash`. */
export function hueTokens(hues: readonly HueName[], scheme: 'light' | 'dark'): Declared[] {
  return [...new Set(hues)].flatMap((name) => {
    const { ink, wash } = HUES[name][scheme];
    return [
      { prop: `--${name}`, value: ink[1] },
      { prop: `--${name}-wash`, value: wash[1] },
    ];
  });
}

/** The rule of a handbook: what stands within it has its hue. */
export function hueRule({ slug, hue }: Marked): Ruled {
  return {
    selector: `[data-handbook='${slug}'], [data-hue='${slug}']`,
    nodes: [
      { prop: '--hue', value: `var(--${hue})` },
      { prop: '--hue-wash', value: `var(--${hue}-wash)` },
    ],
  };
}

/** The rule of a handbook's sign: it has its drawing. */
export function signRule({ slug, icon }: Marked): Ruled {
  return {
    selector: `[data-icon='${slug}']`,
    nodes: [{ prop: '--icon', value: iconImage(icon) ?? 'none' }],
  };
}

/** PostCSS plugin. @param read asked when a style sheet needs it: by then the content is checked */
export function handbookMarks(read: () => readonly Marked[]) {
  return {
    postcssPlugin: 'handbook-marks',
    AtRule: {
      hues(rule: AtRule) {
        const { params: scheme, source } = rule;
        if (scheme !== 'light' && scheme !== 'dark')
          throw rule.error(`"@hues ${scheme}": expected light or dark`);
        const hues = read().map(({ hue }) => hue);
        const tokens = hueTokens(hues, scheme);
        rule.replaceWith(...tokens.map((token) => ({ ...token, source })));
      },
      'handbook-hues': (rule: AtRule) => replaceBy(rule, read().map(hueRule)),
      'handbook-icons': (rule: AtRule) => replaceBy(rule, read().map(signRule)),
    },
  };
}

function replaceBy(rule: AtRule, rules: readonly Ruled[]): void {
  const { source } = rule;
  rule.replaceWith(
    ...rules.map(({ selector, nodes }) => ({
      selector,
      nodes: nodes.map((node) => ({ ...node, source })),
      source,
    })),
  );
}
