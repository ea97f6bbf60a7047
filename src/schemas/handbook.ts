import { z } from 'astro/zod';
import { pageShape } from './common.ts';

/** The front page of a handbook (`index.mdx`): what it is for. */
export const handbookSchema = z.strictObject({
  ...pageShape,
  /** Whose handbook it is, in a few words: 广告公司客户部. */
  department: z.string().trim().min(2).max(20),
});
export type HandbookFront = z.infer<typeof handbookSchema>;
