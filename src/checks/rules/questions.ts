/** Authored questions: about something on their page, with one right answer that does not give itself away. */
import type { Field } from '../parse/field.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';

/** Most answers that one can weigh on a telephone. */
const ANSWERS_MAX = 4;

/** The right answer may be this much longer than the longest wrong one, and this many characters in any case. */
const LONGER_MAX = 1.6;
const LONGER_ANYWAY = 8;

/** What the items that one can ask about are. */
const ASKED = ['duty', 'step', 'end', 'point', 'rule', 'form'];

/** Checks the questions of a page. */
export function checkQuestions({ front, items }: HandbookPage): Problem[] {
  if (!front) return [];
  const ids = items.filter(({ kind }) => ASKED.includes(kind)).flatMap(({ id }) => id ?? []);
  return front
    .get('questions')
    .items()
    .flatMap((question) => [
      ...checkAbout(question.get('about'), ids),
      ...checkAnswers(question.get('answers')),
    ]);
}

function checkAbout(about: Field, ids: readonly string[]): Problem[] {
  const id = about.text;
  if (id === undefined || ids.includes(id)) return [];
  return [
    problem(about.place, 'unknown-item', {
      found: `复习题的 about 写了“${id}”，本页没有这一条。${didYouMean(id, ids)}`,
      expected: '本页一条职责、一步、一个要点、一张表单或一个终点的 id',
      fix: '照页首数据里的 id 改正',
    }),
  ];
}

function checkAnswers(list: Field): Problem[] {
  const answers = list.items();
  if (answers.length < 2) return []; // the schema's affair
  if (answers.length > ANSWERS_MAX) {
    return [
      problem(list.place, 'too-many', {
        found: `这道题有 ${answers.length} 个答案`,
        expected: `2 到 ${ANSWERS_MAX} 个`,
        fix: '留下最容易弄错的几个',
      }),
    ];
  }
  const right = answers.filter((answer) => answer.get('right').exists);
  const [first] = right;
  if (right.length !== 1 || !first) {
    return [
      problem(list.place, 'right-answers', {
        found: `这道题有 ${right.length} 个答案标了 right: true`,
        expected: '正好一个',
        fix: '只在对的那一个下面写 right: true；有两个都对的，换一个情景',
      }),
    ];
  }
  return [...checkTwice(answers), ...checkLength(answers, first)];
}

function checkTwice(answers: readonly Field[]): Problem[] {
  const texts = answers.map((answer) => answer.get('text').text);
  return answers.flatMap((answer, index) =>
    texts[index] === undefined || texts.indexOf(texts[index]) === index
      ? []
      : [
          problem(answer.get('text').place, 'answer-twice', {
            found: '这个答案与前面的一样',
            expected: '几个答案各不相同',
            fix: '换一个别人真会选的',
          }),
        ],
  );
}

/** A right answer that is much longer than all others can be told without reading. */
function checkLength(answers: readonly Field[], right: Field): Problem[] {
  const lengthOf = (answer: Field) => answer.get('text').text?.length ?? 0;
  const longest = Math.max(...answers.filter((each) => each !== right).map(lengthOf));
  const most = Math.max(longest * LONGER_MAX, longest + LONGER_ANYWAY);
  if (longest === 0 || lengthOf(right) <= most) return [];
  return [
    problem(right.get('text').place, 'answer-shows', {
      found: `对的答案有 ${lengthOf(right)} 个字，错的最长 ${longest} 个字，一看长短就知道`,
      expected: `不超过 ${Math.floor(most)} 个字：错的里最长的 ${LONGER_MAX} 倍，或者多 ${LONGER_ANYWAY} 个字`,
      fix: '把理由移到 why，或者把一个错的答案写得一样具体',
    }),
  ];
}
