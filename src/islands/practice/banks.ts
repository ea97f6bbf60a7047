/** Loads questions, each file once in a page. */
import { href } from '../../model/address.ts';
import type { BankIndex, QuestionBank } from '../../model/review-question.ts';

const loaded = new Map<string, Promise<unknown>>();

/** Which banks there are. @throws where it does not come */
export const loadBankIndex = () => load<BankIndex>('index');

/** The questions of a page. @throws where they do not come */
export const loadBank = (page: string) => load<QuestionBank>(page);

function load<T>(name: string): Promise<T> {
  const begun = loaded.get(name);
  if (begun) return begun as Promise<T>;
  const loading = fetch(href(`/data/review/${name}.json`)).then((response) => {
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json() as Promise<T>;
  });
  loaded.set(name, loading);
  // What failed once is asked for again.
  loading.catch(() => loaded.delete(name));
  return loading;
}
