/** Where an entry of a long edition stands: old links name it on the page of all editions. */

/**
 * The address of an entry that has a page of its own.
 *
 * @param hash the fragment: `#edition-2-agency-roles-account-executive`
 * @param pages addresses of pages, by what the ids of their entries begin with, or by a whole id
 * @returns an address, or `undefined` for what is no such entry
 */
export function entryAddress(
  hash: string,
  pages: Readonly<Record<string, string>>,
): string | undefined {
  const id = hash.slice(1);
  const [begins] = Object.keys(pages)
    .filter((each) => id === each || id.startsWith(`${each}-`))
    .sort((a, b) => b.length - a.length);
  return begins === undefined ? undefined : `${pages[begins]}${hash}`;
}
