/** Section 14 of CONTRIBUTING.md: another edition, by hand or as the command drafts it. */
import { addDays } from '../../src/model/day.ts';
import { UNFILLED } from '../../src/checks/rules/editions.ts';
import type { EditedContent } from './edited-content.ts';
import { lineFor } from './proposals.ts';

/** A new file with the next number, and only what changes from now on in it. */
export function beginEdition(content: EditedContent): void {
  const { path, number, date } = content.edition;
  const [head] = content.read(path).split(/^changes:\n/m);
  const next = (head ?? '')
    .replace(/^number: .*/m, `number: ${number + 1}`)
    .replace(/^date: .*/m, `date: ${addDays(date, 7)}`)
    .replace(/^title: .*/m, `title: 第 ${number + 1} 版`);
  const [role] = content.pages('roles');
  if (!role) throw new Error('No role');
  content.edit(role.path, [/^summary: .*/m, 'summary: 列出这个岗位每天做什么，供到岗的人照着做。']);
  content.write(
    `editions/${number + 1}.yaml`,
    `${next}changes:\n${lineFor(role.ref, 'changed')}\n`,
  );
  content.register();
}

/** What a role's title begins with after it was reworded. */
const REWORDED = '资深';

/** What the editor puts where the draft leaves room, by the field. */
const FILLED = {
  summary: '换了一个岗位的叫法。',
  what: '岗位改了叫法。',
  why: '原来的叫法容易混。',
};

/** Each role gets another title; the command begins the edition and drafts its lines, the editor fills them in. */
export function draftEdition(content: EditedContent): void {
  const { number } = content.edition;
  const roles = content.pages('roles').filter(({ text }) => !text.includes(`title: ${REWORDED}`));
  if (roles.length === 0) throw new Error('All roles have been reworded');
  for (const { path } of roles) content.edit(path, [/^title: /m, `title: ${REWORDED}`]);
  content.draft(true);
  const { path, number: next } = content.edition;
  if (next !== number + 1) throw new Error(`Edition ${number + 1} was not begun`);
  for (const [field, text] of Object.entries(FILLED)) {
    content.edit(path, [new RegExp(`\\b${field}: ${UNFILLED}`, 'g'), `${field}: ${text}`]);
  }
  content.edit(path, [new RegExp(`material: ${UNFILLED}`, 'g'), 'material: false']);
  for (const role of roles) content.touch(role.path);
  content.register();
}
