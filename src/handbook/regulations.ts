/** Laws and rules from outside, with the pages that name them. */
import type { Regulation } from '../schemas/regulation.ts';
import type { Carrier } from './sources.ts';
import type { Site } from './types.ts';

export interface RegulationEntry extends Regulation {
  /** The pages whose prose names it. */
  readonly uses: readonly Carrier[];
}

/** The regulations in authored order. */
export function regulationEntries(site: Site): RegulationEntry[] {
  return site.regulations.map((regulation) => ({
    ...regulation,
    uses: site.handbooks.flatMap((handbook) =>
      [
        { path: handbook.path, title: handbook.title, body: handbook.body },
        ...handbook.pages,
      ].flatMap(({ path, title, body }) =>
        body.includes(`<Regulation id="${regulation.id}"`) ? [{ path, page: title }] : [],
      ),
    ),
  }));
}
