/** What a role's duties answer: what shows that they are done, how often they come, and their numbers. */
import { CADENCE_LABEL, type Cadence } from '../../model/vocabulary.ts';
import type { Duty } from '../../schemas/role.ts';
import type { RolePage, Site } from '../types.ts';
import { evidenceQuestion } from './evidence-questions.ts';
import { hintsOf } from './hint.ts';
import { choiceQuestion, itemSubject, quoted, type Made, type Subject } from './made.ts';
import { numberQuestion } from './number-questions.ts';
import { possibleSigners } from './signatures.ts';

/** Duties that fill the days; whether something rare comes each quarter or each year is looked up. */
const PACES: readonly Cadence[] = ['daily', 'weekly', 'monthly'];

/** A text that says when (当天, 上班先) gives its pace away. */
const SAYS_WHEN = /[天日周月季年]|上班|下班|早上|每次|按期|适时/;

/** What can be counted or is due at a time: one call, the table brought up to date. 跟到客户说好 is no such thing. */
const COUNTABLE =
  /一(次|份|条|期|家|项|件|批|名|堂|个|单|样|类|门|面)|^(更新|核对|抽查|召集|汇总|评定|主持|审定)/;

/**
 * Traits (standards) are for the self-appraisal, and what is done once in the first days is done: neither
 * need be known later.
 */
export function dutyQuestions(site: Site, page: RolePage, revOf: (ref: string) => number): Made[] {
  const duties = page.data.groups
    .flatMap((group) => group.duties)
    .filter((duty) => duty.kind === 'act' && duty.cadence !== 'once');
  const hint = hintsOf(duties.flatMap(({ text, doneWhen = '' }) => [text, doneWhen]));
  const signers = possibleSigners(site.handbooks.find(({ slug }) => slug === page.handbook));
  return duties.flatMap((duty) => {
    const { id, text, doneWhen } = duty;
    const subject = itemSubject(page, id, [text, doneWhen && `做到什么样：${doneWhen}`], revOf);
    const numbers = numberQuestion(subject, `${page.title}的一条职责，空着的是多少？`, text);
    return [
      ...(numbers.length > 0 || !doneWhen
        ? numbers
        : numberQuestion(
            subject,
            `${page.title}的一条职责是${quoted(text)}，做到什么样？空着的是多少？`,
            doneWhen,
          )),
      ...pace(page, duty, revOf),
      ...(doneWhen ? evidence(subject, doneWhen) : []),
    ];

    function evidence(of: Subject, done: string): Made[] {
      return evidenceQuestion({
        subject: of,
        prompt: `${page.title}的一条职责是${quoted(text)}。做到什么样才算数？`,
        // The role is named by the question as well.
        about: `${page.title}${text}`,
        doneWhen: done,
        beside: duties.flatMap((other) =>
          other.id !== id && other.doneWhen ? [other.doneWhen] : [],
        ),
        signers: signers.filter((name) => !page.title.includes(name)),
        hint,
      });
    }
  });
}

/** How often a duty comes. */
function pace(page: RolePage, duty: Duty, revOf: (ref: string) => number): Made[] {
  if (duty.kind !== 'act' || !PACES.includes(duty.cadence) || SAYS_WHEN.test(duty.text)) return [];
  if (!COUNTABLE.test(duty.text)) return [];
  const right = CADENCE_LABEL[duty.cadence];
  return [
    choiceQuestion(
      'number',
      itemSubject(
        page,
        duty.id,
        [`${right}：${duty.text}`, duty.doneWhen && `做到什么样：${duty.doneWhen}`],
        revOf,
      ),
      `${page.title}的一条职责是${quoted(duty.text)}。手册定的是多久做一次？`,
      PACES.map((each) => ({
        text: CADENCE_LABEL[each],
        ...(each === duty.cadence ? { right: true as const } : {}),
      })),
      duty.text,
      { suffix: 'pace' },
    ),
  ];
}
