/** What holds for any two texts of a workflow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateSteps, type TemplateStep } from '../../../../src/model/template.ts';
import { compareTemplates } from '../../../../src/progress/runs/compare.ts';
import { longestIncreasingSubsequence } from '../../../../src/progress/runs/longest-increasing-subsequence.ts';
import { anyTemplate } from '../../fixtures/arbitrary-template.ts';
import { shuffled } from '../../fixtures/arbitrary-events.ts';
import { action, templateWith } from '../../fixtures/template.ts';

const id = fc.constantFrom('s0', 's1', 's2', 's3', 's5', 's8', 'x', 'y', 'constructor');
const anyRenaming = fc.dictionary(id, id, { maxKeys: 4 });

/** A straight workflow and what an editor made of it, with the truth about what was done. */
const anyEdit = fc
  .record({
    fates: fc.array(fc.constantFrom('stays', 'stays', 'goes', 'renamed', 'reworded'), {
      minLength: 1,
      maxLength: 9,
    }),
    coming: fc.nat({ max: 4 }),
  })
  .chain(({ fates, coming }) => {
    const before = fates.map((_, n) => action(`s${n}`, { title: '做' }));
    const kept = before.flatMap((step, n): TemplateStep[] => {
      if (fates[n] === 'goes') return [];
      if (fates[n] === 'renamed') return [{ ...step, id: `r${n}` }];
      return [fates[n] === 'reworded' ? { ...step, title: '做好' } : step];
    });
    const added = Array.from({ length: coming }, (_, n) => action(`n${n}`));
    const named = (fate: string) => fates.flatMap((each, n) => (each === fate ? [n] : []));
    return shuffled([...kept, ...added]).map((after) => ({
      before: templateWith(before),
      after: templateWith(after),
      renamed: Object.fromEntries(named('renamed').map((n) => [`s${n}`, `r${n}`])),
      removed: named('goes').map((n) => `s${n}`),
      reworded: named('reworded').map((n) => `s${n}`),
      added: added.map((step) => step.id),
    }));
  });

const sorted = (ids: Iterable<string>) => [...ids].sort();
const idsOf = (steps: readonly TemplateStep[]) => steps.map((step) => step.id);

describe('comparing', () => {
  test('a text with itself, or with a copy, finds nothing', () => {
    fc.assert(
      fc.property(anyTemplate, (template) => {
        const copy = structuredClone(template);
        for (const other of [template, copy]) {
          expect(compareTemplates(template, other, {})).toEqual({
            added: [],
            removed: [],
            reworded: [],
            moved: [],
            renamed: {},
            phases: [],
            ends: [],
            changed: false,
          });
        }
      }),
    );
  });

  test('accounts for every step of both texts once, whatever the names', () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, anyRenaming, (before, after, renamed) => {
        const change = compareTemplates(before, after, renamed);
        const [was, is] = [templateSteps(before), templateSteps(after)];
        const goes = new Set(idsOf(change.removed));
        const comes = new Set(idsOf(change.added));
        const common = was.filter((step) => !goes.has(step.id));
        const nameOf = (step: TemplateStep) =>
          Object.hasOwn(change.renamed, step.id) ? change.renamed[step.id] : step.id;
        // What stays of the one text is what stays of the other, one to one.
        expect(sorted(common.map((step) => nameOf(step) ?? ''))).toEqual(
          sorted(idsOf(is).filter((each) => !comes.has(each))),
        );
        for (const { before: b, after: a } of change.reworded) {
          expect(was).toContain(b);
          expect(is).toContain(a);
          expect(nameOf(b)).toBe(a.id);
        }
        for (const step of change.moved) {
          expect(is).toContain(step);
          expect(comes.has(step.id)).toBe(false);
        }
        for (const [from, to] of Object.entries(change.renamed)) expect(renamed[from]).toBe(to);
      }),
      { numRuns: 1000 },
    );
  });

  test('tells the words before and after, which always differ', () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, anyRenaming, (before, after, renamed) => {
        for (const { fields } of compareTemplates(before, after, renamed).reworded) {
          expect(fields.length).toBeGreaterThan(0);
          for (const field of fields) expect(field.before).not.toBe(field.after);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('finds what an editor did, no less and no more', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const change = compareTemplates(edit.before, edit.after, edit.renamed);
        expect(sorted(idsOf(change.added))).toEqual(sorted(edit.added));
        expect(idsOf(change.removed)).toEqual(edit.removed);
        expect(change.renamed).toEqual(edit.renamed);
        expect(sorted(change.reworded.map(({ after }) => after.id))).toEqual(sorted(edit.reworded));
      }),
      { numRuns: 1000 },
    );
  });

  test('without the steps that moved, the others stand in their old order; none could be spared', () => {
    fc.assert(
      fc.property(anyEdit, ({ before, after, renamed }) => {
        const { moved, added, removed } = compareTemplates(before, after, renamed);
        const out = new Set([...idsOf(moved), ...idsOf(added)]);
        const nameNow = (name: string) => renamed[name] ?? name;
        const old = idsOf(templateSteps(before))
          .filter((name) => !idsOf(removed).includes(name))
          .map(nameNow);
        const now = idsOf(templateSteps(after)).filter((name) => !out.has(name));
        expect(now).toEqual(old.filter((name) => !out.has(name)));
        const common = idsOf(templateSteps(after)).filter((name) => old.includes(name));
        expect(moved).toHaveLength(common.length - longestCommon(old, common));
      }),
      { numRuns: 1000 },
    );
  });
});

test('longestIncreasingSubsequence rises, and no subsequence that rises is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 10 }), (numbers) => {
      const rise = longestIncreasingSubsequence(numbers);
      const picked = rise.map((place) => numbers[place] ?? NaN);
      expect(rise).toEqual([...new Set(rise)].sort((a, b) => a - b));
      expect(picked).toEqual([...new Set(picked)].sort((a, b) => a - b));
      expect(rise).toHaveLength(longestCommon(numbers, [...new Set(numbers)].sort()));
    }),
    { numRuns: 500 },
  );
});

/** Length of the longest common subsequence, by the book. */
function longestCommon<T>(a: readonly T[], b: readonly T[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const [above, row] = [rows[i - 1] as number[], rows[i] as number[]];
      row[j] =
        a[i - 1] === b[j - 1]
          ? (above[j - 1] as number) + 1
          : Math.max(above[j] as number, row[j - 1] as number);
    }
  }
  return rows[a.length]?.[b.length] ?? 0;
}
