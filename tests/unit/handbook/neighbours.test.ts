import { expect, test } from 'vitest';
import { neighboursOf } from '../../../src/handbook/neighbours.ts';
import {
  agency,
  rolePage,
  rulesPage,
  smallSite,
  techniquePage,
  workflowPage,
} from '../fixtures/site.ts';

const site = smallSite();

test('a page has the one before and the one after, across sections', () => {
  expect(neighboursOf(agency(site), workflowPage(site))).toEqual({
    previous: rolePage(site),
    next: techniquePage(site),
  });
});

test('the first page has none before, the last one none after', () => {
  expect(neighboursOf(agency(site), rolePage(site))).toEqual({ next: workflowPage(site) });
  expect(neighboursOf(agency(site), rulesPage(site))).toEqual({ previous: techniquePage(site) });
});

test('a page of another handbook has none', () => {
  expect(neighboursOf(agency(site), rolePage(smallSite()))).toEqual({});
});

test('going on from page to page passes through the whole handbook, and back', () => {
  const handbook = agency(site);
  const titles: string[] = [];
  for (let page = handbook.pages[0]; page; page = neighboursOf(handbook, page).next) {
    titles.push(page.title);
    const { next } = neighboursOf(handbook, page);
    if (next) expect(neighboursOf(handbook, next).previous).toBe(page);
  }
  expect(titles).toEqual(handbook.pages.map(({ title }) => title));
});
