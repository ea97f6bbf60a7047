import { z } from 'astro/zod';
import { HANDBOOK_ICON_NAMES } from '../model/handbook-icons.ts';
import { HUE_NAMES } from '../model/hues.ts';
import { pageShape } from './common.ts';

/** The front page of a handbook (`index.mdx`): what it is for, and how one knows it again. */
export const handbookSchema = z.strictObject({
  ...pageShape,
  /** Whose handbook it is, in a few words: 广告公司客户部. */
  department: z.string().trim().min(2).max(20),
  /** The department shorter still, for the tag of a search result. Absent: the department. */
  tag: z.string().trim().min(2).max(8).optional(),
  /** Its colour, another one than the handbooks beside it have. */
  hue: z.enum(HUE_NAMES),
  /** Its sign, beside its name. */
  icon: z.enum(HANDBOOK_ICON_NAMES),
});
export type HandbookFront = z.infer<typeof handbookSchema>;
