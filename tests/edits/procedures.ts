/**
 * Every procedure of CONTRIBUTING.md, performed as it says. What is edited is looked up, so that they
 * can be performed on any state of the content; each leaves a content that the check passes.
 */
import { addDays } from '../../src/model/day.ts';
import type { EditedContent } from './edited-content.ts';
import { beginHandbook } from './begin.ts';
import { beginEdition, draftEdition } from './editions.ts';
import { addForm, addPlan, addQuestions, addRegulation } from './extras.ts';
import { addDuties, addSteps, rewordDuty, rewordEverything } from './items.ts';
import { movePage, renameItem } from './names.ts';
import { lineFor } from './proposals.ts';
import { retireSteps } from './retire.ts';
import { renameSite, unlistHandbook } from './site.ts';

export interface Procedure {
  /** Of CONTRIBUTING.md: its number, or its heading where it has none. */
  readonly section: number | string;
  readonly name: string;
  readonly perform: (content: EditedContent) => void;
}

const SITE_SECTION = '网站的名字，发布哪几本手册';

export const PROCEDURES: readonly Procedure[] = [
  { section: 1, name: 'begin a handbook, and a page of each kind', perform: beginHandbook },
  { section: 2, name: 'reword a duty', perform: rewordDuty },
  { section: 14, name: 'begin an edition by hand', perform: beginEdition },
  {
    section: 14,
    name: 'reword the roles’ titles, and have an edition drafted',
    perform: draftEdition,
  },
  { section: 2, name: 'reword every item of every page', perform: rewordEverything },
  { section: 3, name: 'add two duties to every role', perform: addDuties },
  { section: 4, name: 'add a step to every workflow', perform: addSteps },
  { section: 5, name: 'retire a step of a workflow', perform: retireSteps },
  { section: 6, name: 'rename an item', perform: renameItem },
  { section: 6, name: 'move a page', perform: movePage },
  { section: 7, name: 'add a term', perform: addTerm },
  { section: 8, name: 'enter the holidays of the next year', perform: addHolidays },
  { section: 9, name: 'add a synonym', perform: addSynonym },
  { section: 10, name: 'add a form, used by a step', perform: addForm },
  { section: 11, name: 'add a question to every technique', perform: addQuestions },
  { section: 12, name: 'add a regulation', perform: addRegulation },
  { section: 13, name: 'add a training plan', perform: addPlan },
  { section: SITE_SECTION, name: 'give the site another name', perform: renameSite },
  { section: SITE_SECTION, name: 'leave a handbook unpublished', perform: unlistHandbook },
];

/** Words that no handbook is likely to have, with their pinyin and an id. */
const NEW_TERMS = [
  ['回看表', 'huikanbiao', 'look-back-sheet'],
  ['清点单', 'qingdiandan', 'tally-sheet'],
  ['托付函', 'tuofuhan', 'entrust-letter'],
] as const;

function addTerm(content: EditedContent): void {
  const terms = content.read('glossary/terms.yaml');
  const [term, pinyin, id] = NEW_TERMS.find(([, , each]) => !terms.includes(`id: ${each}`)) ?? [];
  if (!term) throw new Error('All new terms are in the glossary');
  const page = content
    .pages('techniques')
    .find(({ text }) => /^\p{Script=Han}.*[。]$/mu.test(body(text)));
  if (!page) throw new Error('No technique with a paragraph');
  const entry = `
- id: ${id}
  term: ${term}
  pinyin: ${pinyin}
  definition: 做完一件事以后用来逐项核对的一张表。哪一项没做到，就写上谁去补。
  handbooks: [${page.ref.split('/')[0]}]
  see: [${page.ref}]
  origin: editorial
`;
  content.write('glossary/terms.yaml', `${terms.trimEnd()}\n${entry}`);
  content.edit(page.path, [
    /(^---\n[^]*?\n---\n[^]*?^\p{Script=Han}.*。)$/mu,
    `$1做完以后填一张<Term id="${id}">${term}</Term>。`,
  ]);
  content.touch(page.path);
  content.note(lineFor(`glossary#${id}`, 'added'), lineFor(page.ref, 'changed'));
  content.register();
}

function body(text: string): string {
  return text.replace(/^---\n[^]*?\n---\n/, '');
}

/** The last year's group once more, with the days of the next: worked days are weekends. */
function addHolidays(content: EditedContent): void {
  const text = content.read('holidays.yaml');
  const last = text.slice(text.lastIndexOf('\n- year:') + 1);
  const year = Number(/year: (\d+)/.exec(last)?.[1]);
  const moved = last.replaceAll(`${year}`, `${year + 1}`);
  const taken = new Set(moved.split('  work:')[0]?.match(/\d{4}-\d\d-\d\d/g));
  const work = (moved.split('  work:')[1] ?? '').replace(/\d{4}-\d\d-\d\d/g, (day) => {
    let free = day;
    while (!isWeekend(free) || taken.has(free)) free = addDays(free, 1);
    taken.add(free);
    return free;
  });
  content.write('holidays.yaml', `${text}\n${moved.split('  work:')[0]}  work:${work}`);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

const NEW_SYNONYMS = ['主顾', '东家', '买主'];

function addSynonym(content: EditedContent): void {
  const text = content.read('synonyms.yaml');
  const word = NEW_SYNONYMS.find((each) => !text.includes(each));
  if (!word) throw new Error('All new synonyms are there');
  content.write('synonyms.yaml', `${text}- [${word}, 客户]\n`);
}
