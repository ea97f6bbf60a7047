import { describe, expect, test } from 'vitest';
import { handbookMarks, hueRule, hueTokens, signRule } from '../../../src/build/handbook-marks.ts';
import { iconImage } from '../../../src/build/icons.ts';
import { HANDBOOK_ICON_NAMES } from '../../../src/model/handbook-icons.ts';

const SALES = { slug: 'sales', hue: 'plum', icon: 'handshake' } as const;
const LEGAL = { slug: 'legal', hue: 'teal', icon: 'scroll' } as const;

/** What becomes of an at-rule. */
function filled(name: 'hues' | 'handbook-hues' | 'handbook-icons', params: string): unknown[] {
  let nodes: unknown[] = [];
  const rule = {
    params,
    source: 'here',
    replaceWith: (...given: readonly unknown[]) => (nodes = [...given]),
    error: (message: string) => new Error(message),
  };
  handbookMarks(() => [SALES, LEGAL]).AtRule[name](rule);
  return nodes;
}

test.each(HANDBOOK_ICON_NAMES)('the sign %s is in the set', (name) => {
  expect(iconImage(name)).toContain('url("data:image/svg+xml,');
});

describe('@hues', () => {
  test('becomes the tokens of the hues that are used, once each', () => {
    expect(hueTokens(['plum', 'teal', 'plum'], 'light').map(({ prop }) => prop)).toEqual([
      '--plum',
      '--plum-wash',
      '--teal',
      '--teal-wash',
    ]);
    expect(filled('hues', 'dark')).toMatchObject([
      { prop: '--plum', value: 'oklch(69% 0.15 332)', source: 'here' },
      { prop: '--plum-wash' },
      { prop: '--teal', value: 'oklch(76% 0.09 195)' },
      { prop: '--teal-wash' },
    ]);
  });

  test('refuses words that it does not know', () => {
    expect(() => filled('hues', 'bright')).toThrow('"@hues bright"');
  });
});

test('@handbook-hues becomes a rule for each handbook', () => {
  expect(filled('handbook-hues', '')).toHaveLength(2);
  expect(hueRule(SALES)).toEqual({
    selector: "[data-handbook='sales'], [data-hue='sales']",
    nodes: [
      { prop: '--hue', value: 'var(--plum)' },
      { prop: '--hue-wash', value: 'var(--plum-wash)' },
    ],
  });
});

test('@handbook-icons becomes a rule for each sign', () => {
  expect(filled('handbook-icons', '')).toHaveLength(2);
  const sign = signRule(SALES);
  expect(sign.selector).toBe("[data-icon='sales']");
  expect(sign.nodes).toEqual([{ prop: '--icon', value: iconImage('handshake') }]);
});
