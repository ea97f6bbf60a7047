import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { readPublished } from '../../build/site-file.ts';
import { SYNONYMS_FILE } from '../../checks/rules/synonyms.ts';
import { synonymsSchema, type Synonyms } from '../../schemas/synonyms.ts';
import { buildSearch } from './build-search.ts';

/** Indexes the published pages when the build is done. `astro dev` has no search. */
export function searchIndex(): AstroIntegration {
  let root = '.';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, places } = await buildSearch(
          fileURLToPath(dir),
          readSynonyms(root),
          readPublished(root).map(({ slug, tag, department }) => [slug, tag ?? department]),
        );
        logger.info(`${pages} pages, ${places} places indexed`);
      },
    },
  };
}

/** The editor's checks have said before what is wrong with the file. */
function readSynonyms(root: string): Synonyms {
  const file = join(root, SYNONYMS_FILE);
  if (!existsSync(file)) return [];
  return synonymsSchema.parse(parse(readFileSync(file, 'utf8')) ?? []);
}
