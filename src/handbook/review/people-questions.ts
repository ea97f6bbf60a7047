/** Who acts in a workflow: who does a step, and who signs. */
import { shuffled, type Choice } from '../../model/review-question.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import { choicesFrom } from './distractors.ts';
import { isPartOf, WRONG_MAX, WRONG_MIN } from './drop.ts';
import { choiceQuestion, quoted, type Made } from './made.ts';
import { couldSign } from './signatures.ts';
import { stepSubject, type Context } from './step-context.ts';

/** A group without a name, of which nobody knows who it is. */
const PLACEHOLDER = /^(有关|责任|执行)部门$/;
/** Who is no colleague is a plain wrong answer. */
const OUTSIDE = /^(客户|投保人|招标人)$/;

/** Not where the step's title, or what it is done with, names the one who does it. */
export function doer(context: Context, step: WorkflowStep): Made[] {
  const { page, partyName } = context;
  const right = partyName(step.by);
  const signing = (step.signers ?? []).map(partyName);
  const beside = page.data.parties
    .map(({ name }) => name)
    .filter((name) => name !== right && !signing.includes(name) && !step.title.includes(name))
    // Who is named in the evidence takes part too.
    .filter((name) => !step.doneWhen.includes(name) && !overlaps(name, right));
  // Where several sign, or another one, it is the signatures that are asked for.
  const isSignedByOther =
    signing.length > 0 && !signing.includes(right) && !/^[请送]/.test(step.title);
  if (step.title.includes(right) || step.kind === 'meeting' || signing.length > 1) return [];
  if (isSignedByOther && step.kind === 'sign-off') return [];
  if (PLACEHOLDER.test(right) || isOfEachLevel(step.title)) return [];
  const apart = beside.filter((name) => !isPartOf(name, right));
  const colleagues = apart.filter((name) => !OUTSIDE.test(name));
  const wrong = shuffled(
    colleagues.length >= WRONG_MIN ? colleagues : apart,
    `${page.reference}#${step.id}~doer`,
  ).slice(0, WRONG_MAX);
  return [
    choiceQuestion(
      'doer',
      stepSubject(context, step),
      `“${page.title}”里，${quoted(step.title)}由谁来做？`,
      choicesFrom(right, wrong),
      step.title,
    ),
  ];
}

/** What everybody does at their own level: 判断自己这一级定不定得了. */
export function isOfEachLevel(title: string): boolean {
  return /自己这一级|自己的权限/.test(title);
}

/** Whether one of two parties may be among the other: a department and its people, a group and its members. */
function overlaps(one: string, other: string): boolean {
  return isAmong(one, other) || isAmong(other, one);
}

function isAmong(many: string, one: string): boolean {
  if (many.includes('各岗位')) return true;
  if (/(小组|团队)$/.test(many)) return /人$/.test(one);
  const department = /^(.{2,})部$/.exec(many)?.[1];
  return department !== undefined && one.startsWith(department);
}

/** Of those who take part, as many as sign; a part of the signers would not be wrong. */
export function signers(context: Context, step: WorkflowStep): Made[] {
  const { page, partyName } = context;
  const signing = (step.signers ?? []).map(partyName);
  // A party that is called after its signature, or named by the step, need not be known.
  const isPlain = (name: string) =>
    step.title.includes(name) || name.includes('签字') || name.includes('各岗位');
  if (signing.length === 0 || signing.some(isPlain)) return [];
  const names = page.data.parties.map(({ name }) => name).filter((name) => !isPlain(name));
  const likely = names.filter((name) => signing.includes(name) || couldSign(name));
  // Beside two who sign stand groups with one of them: who knows only one has to choose.
  const wrongGroups = (of: readonly string[]) =>
    groupsOf(of, signing.length).filter((group) => {
      const right = group.filter((name) => signing.includes(name)).length;
      return right < signing.length && right >= Math.min(1, signing.length - 1);
    });
  const groups = wrongGroups(likely).length >= WRONG_MIN ? wrongGroups(likely) : wrongGroups(names);
  return [
    choiceQuestion(
      'signer',
      stepSubject(context, step, [`签字：${signing.join('、')}`]),
      `“${page.title}”里，${quoted(step.title)}要谁签字？`,
      withSigners(signing, groups, `${page.reference}#${step.id}~signer`),
      step.title,
    ),
  ];
}

/** Groups share names with the right one on purpose: it is those who sign that are asked for. */
function withSigners(
  signing: readonly string[],
  groups: readonly string[][],
  seed: string,
): Choice[] {
  const text = (group: readonly string[]) => group.join('、');
  const wrong = shuffled(groups, seed).slice(0, WRONG_MAX);
  return choicesFrom(text(signing), wrong.map(text));
}

/** All groups of so many names, in the order of the names. */
function groupsOf(names: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, index) =>
    groupsOf(names.slice(index + 1), size - 1).map((rest) => [name, ...rest]),
  );
}
