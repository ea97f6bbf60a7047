/** Loads questions, each file once in a page. */
import { href } from '../../model/address.ts';
import {
  BANK_INDEX_PATH,
  bankPath,
  type BankIndex,
  type QuestionBank,
} from '../../model/review-question.ts';

const loaded = new Map<string, Promise<unknown>>();

/** Which banks there are. @throws where it does not come */
export const loadBankIndex = () => load<BankIndex>(BANK_INDEX_PATH);

/** The questions of a page. @throws where they do not come */
export const loadBank = (page: string) => load<QuestionBank>(bankPath(page));

function load<T>(path: string): Promise<T> {
  const begun = loaded.get(path);
  if (begun) return begun as Promise<T>;
  const loading = fetch(href(path)).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json() as Promise<T>;
  });
  loaded.set(path, loading);
  // What failed once is asked for again.
  loading.catch(() => loaded.delete(path));
  return loading;
}
