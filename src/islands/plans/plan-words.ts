import { SECTION_LABEL } from '../../model/vocabulary.ts';
import type { TrainingPlace } from '../../progress/training/places.ts';

/** What a place is: of a page its section, of an item its page. */
export const kindWords = ({ page, isItem }: TrainingPlace) =>
  isItem ? page.title : SECTION_LABEL[page.section];

/** What a day of a plan is called. */
export const dayWords = (day: number) => `第 ${day} 个工作日`;

/** What stands for an item that the handbook has not. */
export const GONE_WORDS = '手册里没有这一条了';
