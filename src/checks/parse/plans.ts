import { PLANS_FOLDER } from '../../schemas/plan.ts';
import type { Field } from './field.ts';

/** The file of an authored training plan. */
export interface PlanFile {
  readonly file: string;
  /** The file's name, which is the last part of the plan's address. */
  readonly slug: string;
  readonly root: Field;
}

const PLAN_FILE = new RegExp(`^${PLANS_FOLDER}/([^/]+)\\.yaml$`);

/** The authored training plans that can be read. */
export function plansAmong(data: ReadonlyMap<string, Field>): PlanFile[] {
  return [...data].flatMap(([file, root]) => {
    const slug = PLAN_FILE.exec(file)?.[1];
    return slug === undefined ? [] : [{ file, slug, root }];
  });
}
