import { describe, expect, test } from 'vitest';
import {
  changesSince,
  presentName,
  retirementOf,
  revisionOf,
  type MaterialChange,
  type TrainingData,
} from '../../../src/model/training-data.ts';

const PAGE = 'agency/rules/conduct';
const DATA: TrainingData = {
  edition: 4,
  handbooks: ['agency'],
  sections: { roles: 'A', workflows: 'B', techniques: 'C', rules: 'D' },
  revisions: { [PAGE]: 3, [`${PAGE}#gifts`]: 3 },
  moved: [{ from: 'agency/rules/old', to: PAGE }],
  retired: { [`${PAGE}#gone`]: '并入上一条。', 'agency/rules/closed': '不再用。' },
  holidays: { years: {} },
};

test('a reference that moved has the revision of what it is now', () => {
  expect(presentName(DATA, 'agency/rules/old#gifts')).toBe(`${PAGE}#gifts`);
  expect(revisionOf(DATA, 'agency/rules/old#gifts')).toBe(3);
  expect(revisionOf(DATA, `${PAGE}#other`)).toBe(1);
  expect(revisionOf(DATA, 'constructor')).toBe(1);
});

test('what was retired, itself or with its page, says why', () => {
  expect(retirementOf(DATA, 'agency/rules/old#gone')).toBe('并入上一条。');
  expect(retirementOf(DATA, 'agency/rules/closed#any')).toBe('不再用。');
  expect(retirementOf(DATA, PAGE)).toBeUndefined();
});

describe('what asks again', () => {
  const change = (edition: number, ref: string): MaterialChange => ({
    edition,
    refs: [ref],
    what: `改了 ${edition}`,
    why: '有原因。',
    path: `/editions/#edition-${edition}`,
  });
  const ofPage = change(2, PAGE);
  const ofItem = change(3, `${PAGE}#gifts`);
  const changes = { [PAGE]: [ofItem, ofPage] };

  test('a page is asked for by its own changes and by those of its items', () => {
    expect(changesSince(changes, PAGE, 1)).toEqual([ofItem, ofPage]);
    expect(changesSince(changes, PAGE, 2)).toEqual([ofItem]);
    expect(changesSince(changes, PAGE, 3)).toEqual([]);
  });

  test('a line of several items is said once of their page, and of each of them', () => {
    const line = { ...change(3, `${PAGE}#gifts`), refs: [`${PAGE}#gifts`, `${PAGE}#other`] };
    for (const ref of [PAGE, ...line.refs]) {
      expect(changesSince({ [PAGE]: [line] }, ref, 2)).toEqual([line]);
    }
  });

  test('an item by its own alone', () => {
    expect(changesSince(changes, `${PAGE}#gifts`, 1)).toEqual([ofItem]);
    expect(changesSince(changes, `${PAGE}#other`, 1)).toEqual([]);
    expect(changesSince(changes, 'constructor', 1)).toEqual([]);
  });
});
