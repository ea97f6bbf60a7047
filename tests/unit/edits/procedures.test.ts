/**
 * Every procedure of CONTRIBUTING.md on a copy of the content, one after the other. `npm run test:edits`
 * builds the copy afterwards, and runs the other tests on it.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { EditedContent } from '../../edits/edited-content.ts';
import { PROCEDURES } from '../../edits/procedures.ts';
import { section } from '../../edits/proposals.ts';
import { PublishedCopy } from '../../support/published-copy.ts';

const copy = new PublishedCopy();
const content = new EditedContent(copy);

afterAll(() => copy.remove());

describe('what CONTRIBUTING.md allows', () => {
  test.each(PROCEDURES)(
    '$section: $name',
    ({ perform }) => {
      perform(content);
      expect(content.check()).toEqual([]);
    },
    300_000,
  );
});

test('every numbered section of CONTRIBUTING.md is performed', () => {
  const sections = PROCEDURES.map((each) => each.section);
  for (const each of sections) expect(section(each)).toContain('##');
  const performed = new Set(sections.filter((each) => typeof each === 'number'));
  const last = Math.max(...performed);
  expect([...performed].sort((a, b) => a - b)).toEqual(
    Array.from({ length: last }, (_, index) => index + 1),
  );
  expect(() => section(last + 1)).toThrow('no section');
});
