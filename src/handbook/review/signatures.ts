/** Evidence with a signature (工作单上有客户总监与客户部主管的签名): who else could have signed, and did not. */
import { shuffled } from '../../model/review-question.ts';
import type { Handbook } from '../types.ts';
import { WRONG_MAX } from './drop.ts';

/** Parties that are many people, or no people of the house: nobody would take them for who signs. */
const NO_SIGNER = /(部|部门|小组|团队|公司|代表|人|客户|岗位）)$/;

/** Names that say how somebody stands to another: 上级 of one is 客户经理 of another. */
const RELATIVE = /^(上级|主管|直属主管|公司领导|分管.*)$/;

/** Whether a party is somebody of the house who could sign. */
export const couldSign = (name: string) => !NO_SIGNER.test(name) && !RELATIVE.test(name);

/** Names of a handbook's parties who could sign a paper. */
export function possibleSigners(handbook: Handbook | undefined): string[] {
  const names = (handbook?.workflows ?? []).flatMap(({ data }) =>
    data.parties.map(({ name }) => name),
  );
  return [...new Set(names)].filter(couldSign);
}

/**
 * The same evidence with another name in the place of one who signs; none where nobody signs by name, or
 * where the question names one of them.
 *
 * @param names who could sign
 * @param about what the question says
 */
export function otherSignatures(
  doneWhen: string,
  names: readonly string[],
  about: string,
  seed: string,
): string[] {
  const any = [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  if (!any) return [];
  const signing = new RegExp(`((?:${any})(?:(?:、|与|和)(?:${any}))*)的?(?=签(?!收)|批注)`);
  const list = signing.exec(doneWhen)?.[1];
  if (!list) return [];
  const signers = list.match(new RegExp(any, 'g')) ?? [];
  if (signers.some((name) => about.includes(name))) return [];
  const isNamed = (name: string) =>
    doneWhen.includes(name) || signers.some((each) => each.includes(name) || name.includes(each));
  const others = names.filter((name) => !isNamed(name) && !about.includes(name));
  const swapped = signers.flatMap((name) =>
    others.map((other) => doneWhen.replace(list, list.replace(name, other))),
  );
  return shuffled(swapped, seed).slice(0, WRONG_MAX);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
