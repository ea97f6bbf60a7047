/** What the reviews fetch of the present handbook. */
import {
  BANK_INDEX_PATH,
  bankPath,
  type BankIndex,
  type QuestionBank,
} from '../../model/review-question.ts';
import { fetchData } from '../shared/fetch-data.ts';

/** Which banks there are. @throws Error when it cannot be had */
export const fetchBankIndex = () => fetchData<BankIndex>(BANK_INDEX_PATH);

/** The questions of a page. @throws Error when they cannot be had */
export const fetchBank = (page: string) => fetchData<QuestionBank>(bankPath(page));
