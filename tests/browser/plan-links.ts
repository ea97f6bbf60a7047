/** Plans that somebody made, as their links carry them. */
import { openPath, writePlanCode, type MadePlan } from '../../src/progress/training/plan-code.ts';

/** The code of a plan. @throws Error for one that no link carries */
export async function codeOf(plan: MadePlan): Promise<string> {
  const written = await writePlanCode(plan);
  if (typeof written === 'string') throw new Error(written);
  return written.code;
}

/** Where a plan is opened, below the site's base. */
export const addressOf = async (plan: MadePlan) => `.${openPath(await codeOf(plan))}`;
