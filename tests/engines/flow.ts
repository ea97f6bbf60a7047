/** What a reader does with the site, once, in the order of the table's columns. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Place } from './find-place.ts';
import { Reader } from './reader.ts';
import { CHECKLIST, GATES, LINK, PAGES, RECORDS, ROLE, RUN, SEARCH, TERM } from './words.ts';

/** What a step has to do with: its reader, and what earlier steps left. */
export interface Journey {
  /** In the tab that all steps share. */
  readonly reader: Reader;
  /** Another reader in a tab of its own. */
  newReader(): Promise<Reader>;
  /** Whether the engine can lay a card over the page. */
  readonly hasPopover: boolean;
  /** Folder that files are saved in. */
  readonly downloads: string;
  /** What all steps before the export have stored. */
  kept?: Record<string, string>;
  /** The texts of the export. */
  texts?: readonly string[];
}

/** A step. @throws Error, of its function, that says what was not as it should be */
export type Step = (journey: Journey) => Promise<void>;

const CODE = '2026-301';

export const FLOW: Readonly<Record<string, Step>> = {
  read: async ({ reader }) => {
    await reader.open(PAGES.home);
    await reader.click({ css: `main a[href$="/${PAGES.handbook}"]` });
    await reader.arrives(/^agency\/$/);
    await reader.click({ css: `main a[href$="/${PAGES.role}"]` });
    await reader.reads({ css: 'h1' }, ROLE.title);
  },

  tick: async ({ reader }) => {
    await reader.openReady(PAGES.role, CHECKLIST.island);
    await reader.click(CHECKLIST.box(ROLE.duty));
    await reader.reads(CHECKLIST.count, '已完成 1 项');
  },

  reload: async ({ reader }) => {
    await reader.driver.reload();
    await reader.sees(CHECKLIST.ticked(ROLE.duty));
    await reader.reads(CHECKLIST.count, '已完成 1 项');
  },

  'run, no': async ({ reader }) => {
    await reader.openReady(PAGES.workflow, RUN.starter);
    await reader.type(RUN.code, CODE);
    await reader.click(RUN.start);
    await reader.arrives(/^runs\/#\w+/);
    await reader.reads(RUN.title, CODE);
    await walkTo(reader, GATES.authority.title);
    await reader.click(RUN.outcome(GATES.authority.yes));
    await walkTo(reader, GATES.answer.title);
    await reader.click(RUN.outcome(GATES.answer.no));
    await reader.reads({ css: '.walkthrough > .run-step' }, GATES.back);
    await reader.reads(RUN.meta, '第 2 轮');
  },

  sign: async ({ reader }) => {
    await walkTo(reader, GATES.authority.title);
    await reader.click(RUN.outcome(GATES.authority.no));
    await sign(reader);
  },

  undo: async ({ reader }) => {
    await reader.click(RUN.undo);
    await reader.reads(RUN.gate, GATES.approval.title);
    await reader.gone(RUN.seal);
    await sign(reader);
  },

  finish: async ({ reader }) => {
    await walkTo(reader, GATES.answer.title);
    await reader.click(RUN.outcome(GATES.answer.yes));
    await walkTo(reader, GATES.result.title);
    await reader.click(RUN.outcome(GATES.result.yes));
    await walkTo(reader);
    await reader.click(RUN.finish);
    await reader.reads(RUN.meta, '已结束');
    await reader.openReady(PAGES.runs, RUN.island);
    await reader.sees({ css: 'main', has: CODE });
  },

  'text out': async (journey) => {
    const { reader } = journey;
    await reader.openReady(PAGES.progress, RECORDS.island);
    journey.kept = await reader.kept();
    await reader.click(RECORDS.makeText);
    await reader.sees(RECORDS.part(1));
    const texts = [];
    for (let part = 1; await reader.driver.read(RECORDS.part(part)); part += 1) {
      texts.push(await reader.sees(RECORDS.part(part)));
    }
    // What the button copies is what is pasted: the clipboard is the engine's own.
    const pasted = [];
    for (const [index] of texts.entries()) {
      await reader.click(RECORDS.copyPart(index + 1));
      const isLast = index === texts.length - 1;
      await reader.sees(RECORDS.copied(isLast ? '已全部复制' : `第 ${index + 1} 段已复制`));
      pasted.push(await paste(reader, RECORDS.paste));
    }
    journey.texts = pasted;
    same('the copied text', pasted, texts);
  },

  'file out': async (journey) => {
    const { reader, downloads } = journey;
    await reader.openReady(PAGES.progress, RECORDS.island);
    await reader.click(RECORDS.exportFile);
    await reader.until('a saved file', async () => exportedFile(downloads) !== undefined);
  },

  'text in': async ({ reader, kept, texts = [] }) => {
    if (texts.length === 0) throw new Error('there is no text to take in');
    await eraseAll(reader);
    // As it is sent on: in any order, in a chat, a line at a time.
    const chat = texts.toReversed().join('\n张三 10:02\n');
    await reader.fill(RECORDS.paste, chat);
    await reader.click(RECORDS.readText);
    await takeIn(reader, kept);
  },

  'file in': async ({ reader, kept, downloads }) => {
    const file = exportedFile(downloads);
    if (!file) throw new Error('there is no file to take in');
    await eraseAll(reader);
    await reader.driver.choose(RECORDS.file, file);
    await takeIn(reader, kept);
  },

  search: async ({ reader }) => {
    await reader.open(PAGES.technique);
    await reader.until('the dialog', async () => {
      // Keys work once the page's script has come.
      if ((await reader.driver.read(SEARCH.field)) !== undefined) return true;
      await reader.press('/');
      return false;
    });
    await reader.type(SEARCH.field, SEARCH.phrase);
    await reader.sees(SEARCH.results(SEARCH.phrase));
    await reader.sees(SEARCH.first);
    const hidden = await reader.run(
      (outputs, link) => {
        const bottom = (css: string) =>
          document.querySelector(css)?.getBoundingClientRect().bottom ?? NaN;
        return bottom(link) - bottom(outputs);
      },
      SEARCH.results(SEARCH.phrase).css,
      SEARCH.first.css,
    );
    if (!(hidden <= 0))
      throw new Error(`the first result reaches ${hidden} px below what is shown`);
    await reader.press('Enter');
    const path = await reader.arrives(/\/workflows\/.*#[a-z-]+$/);
    await reader.seesItem(path.replace(/.*#/, ''));
  },

  term: async ({ reader, hasPopover }) => {
    await reader.open(PAGES.technique);
    await reader.sees(TERM.link);
    const id = await reader.run(
      (css) => document.querySelector<HTMLElement>(css)?.dataset['term'] ?? '',
      TERM.link.css,
    );
    await reader.click(TERM.link);
    if (!hasPopover) {
      // The link leads where links do.
      await reader.arrives(new RegExp(`^glossary/#${id}$`));
      await reader.seesItem(id);
      return;
    }
    await reader.sees(TERM.card(id));
    await reader.arrives(/^agency\/techniques\/job-order\/$/);
    await reader.press('Escape');
    await reader.gone(TERM.card(id));
  },

  'copy link': async ({ reader }) => {
    await reader.openReady(PAGES.workflow, RUN.starter);
    await reader.click(LINK.link);
    await reader.sees(LINK.copied);
    await reader.openReady(PAGES.progress, RECORDS.island);
    const address = await paste(reader, RECORDS.paste);
    if (!address.startsWith(reader.site + PAGES.workflow)) {
      throw new Error(`what was copied is ${JSON.stringify(address)}`);
    }
    await reader.driver.goto(address);
    await reader.sees({ css: `#${LINK.item}:target` });
    await reader.seesItem(LINK.item);
  },

  'two tabs': async ({ reader, newReader }) => {
    await reader.openReady(PAGES.role, CHECKLIST.island);
    const other = await newReader();
    try {
      await other.openReady(PAGES.role, CHECKLIST.island);
      await other.sees(CHECKLIST.ticked(ROLE.duty));
      await other.click(CHECKLIST.box(ROLE.another));
      await reader.sees(CHECKLIST.ticked(ROLE.another));
      await reader.reads(CHECKLIST.count, '已完成 2 项');
      await reader.click(CHECKLIST.box(ROLE.duty));
      await other.gone(CHECKLIST.ticked(ROLE.duty));
      await other.reads(CHECKLIST.count, '已完成 1 项');
    } finally {
      await other.driver.close();
    }
  },

  'back cache': async ({ reader, newReader }) => {
    await reader.openReady(PAGES.role, CHECKLIST.island);
    await reader.run(() => document.documentElement.toggleAttribute('data-was-here', true));
    const before = (await reader.driver.read(CHECKLIST.ticked(ROLE.duty))) !== undefined;
    await reader.click({ css: `a[href$="/${PAGES.handbook}"]` });
    await reader.arrives(/^agency\/$/);
    const other = await newReader();
    try {
      await other.openReady(PAGES.role, CHECKLIST.island);
      await other.click(CHECKLIST.box(ROLE.duty));
    } finally {
      await other.driver.close();
    }
    await reader.run(() => history.back());
    await reader.arrives(/^agency\/roles\/account-executive\/$/);
    // The page comes out of the cache as it was left, and learns what the other tab did meanwhile.
    await reader.sees({ css: 'html[data-was-here]' });
    if (before) await reader.gone(CHECKLIST.ticked(ROLE.duty));
    else await reader.sees(CHECKLIST.ticked(ROLE.duty));
  },
};

/** Does every step until a gate is shown, or, without one, until all is done. */
async function walkTo(reader: Reader, gate?: string): Promise<void> {
  const place: Place = gate === undefined ? RUN.finish : { ...RUN.gate, has: gate };
  let where: string | undefined;
  await reader.until(gate ?? 'the end', async () => {
    if ((await reader.driver.read(place)) !== undefined) return true;
    const now = await reader.driver.read(RUN.where);
    // Twice on one step would be once too often.
    if (now === where || (await reader.driver.read(RUN.done)) === undefined) return false;
    await reader.driver.click(RUN.done);
    where = now;
    return false;
  });
}

async function sign(reader: Reader): Promise<void> {
  await reader.reads(RUN.gate, GATES.approval.title);
  await reader.type(RUN.signer, '王敏');
  await reader.click(RUN.outcome(GATES.approval.yes));
  await reader.gone({ ...RUN.gate, has: GATES.approval.title });
}

/** Pastes what the clipboard holds into an empty field, and empties it. @returns what came */
async function paste(reader: Reader, field: Place): Promise<string> {
  await reader.click(field);
  await reader.press('Paste');
  let pasted = '';
  await reader.until('something pasted', async () => {
    pasted = (await reader.driver.read(field)) ?? '';
    return pasted !== '';
  });
  await reader.fill(field, '');
  return pasted;
}

async function eraseAll(reader: Reader): Promise<void> {
  await reader.openReady(PAGES.progress, RECORDS.island);
  await reader.clickAndAgree(RECORDS.erase);
  await reader.until('an empty storage', async () => Object.keys(await reader.kept()).length === 0);
}

/** Agrees to what the preview says. @throws Error when then not everything is as it was */
async function takeIn(reader: Reader, kept: Record<string, string> = {}): Promise<void> {
  await reader.sees(RECORDS.previewed);
  await reader.click(RECORDS.takeIn);
  await reader.sees(RECORDS.takenIn);
  same('what is stored', await reader.kept(), kept);
}

function exportedFile(folder: string): string | undefined {
  const name = readdirSync(folder).find((each) => each.endsWith('.json'));
  return name === undefined ? undefined : join(folder, name);
}

/** @throws Error when two things differ */
function same(what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  const cut = (value: unknown) => JSON.stringify(value).slice(0, 60);
  throw new Error(`${what} is ${cut(found)} instead of ${cut(wanted)}`);
}
