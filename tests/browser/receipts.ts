/** Receipts of people of whom a manager keeps a table. */
import type { Page } from '@playwright/test';
import { receiptName } from '../../src/model/storage-names.ts';
import { packReceipt } from '../../src/progress/training/receipt-code.ts';
import { receiptText } from '../../src/progress/training/receipt-text.ts';
import type { Receipt } from '../../src/progress/training/receipt.ts';
import { receiptKey } from '../../src/progress/training/team-records.ts';
import { expect, ready } from './fixtures.ts';

const ROLE = 'agency/roles/account-executive';
const WORKFLOW = 'agency/workflows/win-new-client';
/** When receipts were made. */
export const RECEIPT_AT = Date.UTC(2026, 10, 20, 2);

/** A receipt with a plan of three items, of which so many are confirmed. */
export function receipt(
  id: string,
  label: string,
  done: number,
  more: Partial<Receipt> = {},
): Receipt {
  const items = [
    { ref: ROLE, need: 'read', day: 1 },
    { ref: WORKFLOW, need: 'observe', day: 2 },
    { ref: 'agency/roles/was-never-there', need: 'read', day: 90 },
  ] as const;
  const events = [
    { v: 1, id: `${id}a`, at: RECEIPT_AT - 9e7, kind: 'read', ref: ROLE, rev: 1 },
    {
      v: 1,
      id: `${id}b`,
      at: RECEIPT_AT - 8e7,
      kind: 'observe',
      ref: WORKFLOW,
      rev: 1,
      by: '李姐',
    },
  ] as const;
  return {
    v: 1,
    learner: { id, label },
    at: RECEIPT_AT,
    edition: 1,
    plans: [{ id: `${id}s`, plan: { id: 'first', title: '第一周', items }, day: '2026-11-16' }],
    events: events.slice(0, done),
    gone: [],
    ...more,
  };
}

/** As a chat has it, with a name and a time before and a word after. */
export async function textOf(one: Receipt): Promise<string> {
  const text = await receiptText(one, { done: one.events.length, total: 2 });
  if (typeof text !== 'object') throw new Error('The receipt has no text');
  return `${one.learner.label} 10:02\n${text.head}\n${text.parts.join('\n')}\n收到`;
}

/** Pastes receipts at once, and lets them be read. */
export async function paste(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: /回执的文字/ }).fill(texts.join('\n'));
  await page.getByRole('button', { name: '读进来', exact: true }).click();
}

/** Opens the team's page and takes receipts, if there are any. */
export async function openTeam(page: Page, ...receipts: readonly Receipt[]): Promise<void> {
  await page.goto('./team/');
  await ready(page, 'team');
  if (receipts.length === 0) return;
  await paste(page, ...(await Promise.all(receipts.map(textOf))));
  await expect(page.locator('.team-table tbody tr').first()).toBeVisible();
}

/** An open run, as a receipt tells of it. */
export const RUN = { code: '007', workflow: '投诉处理', step: '回访', isLate: false };

/** A receipt as the team's page keeps it: its key and its value. */
export function keptReceipt(one: Receipt): [string, string] {
  const stored = { v: 1, got: one.at, receipt: packReceipt(one) };
  const name = receiptName(one.learner.id, receiptKey(one));
  return [`khb:${name}`, JSON.stringify(stored)];
}
