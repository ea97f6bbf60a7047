/** What is typed in a run and not saved yet. */
import { draftsOfRun } from '../../model/storage-names.ts';
import { onReload, onValueChange } from '../storage/changes.ts';
import { listNames } from '../storage/values.ts';

/**
 * Tells which fields of a run have drafts, now and whenever one comes or goes, in this tab or another.
 * The storage is looked through once: letters that are typed cost nothing.
 *
 * @param listener called with the fields as in `draftInRun`
 * @returns a function that ends the subscription
 */
export function followDrafts(
  run: string,
  listener: (fields: readonly string[]) => void,
): () => void {
  const prefix = draftsOfRun(run);
  let names = new Set<string>();
  const tell = () => listener([...names].map((name) => name.slice(prefix.length)));
  const readAll = () => {
    names = new Set(listNames(prefix));
    tell();
  };
  readAll();
  const stops = [
    onValueChange(prefix, (name, value) => {
      const before = names.size;
      if (value === undefined) names.delete(name);
      else names.add(name);
      if (names.size !== before) tell();
    }),
    onReload(readAll),
  ];
  return () => stops.forEach((stop) => stop());
}
