/** Builds Pagefind's index from prepared records, and keeps what the browser needs of its files. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { ENGINE_FILE, GLUE_FILE, META_FILE, chunkFile } from '../../model/search-data.ts';
import { indexWords } from './units.ts';

/**
 * Occurrences a file of the index holds. Pagefind's own 20,000 make files of 30 kB, of which a
 * query needs a few hundred bytes; smaller ones cost a longer list of files, and below eight hundred the
 * list grows by more than a query saves. Pagefind calls the setting
 * unstable: without it the search finds the same, and loads more.
 */
const CHUNK_SIZE = '800';

export interface BuiltIndex {
  /** Path below the index's folder → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** For each record, in order, the key under which a search returns it. */
  readonly keys: readonly string[];
}

/**
 * Indexes one record for each row of units.
 *
 * @throws Error with what Pagefind says when it refuses a record
 */
export async function buildPagefind(records: readonly (readonly string[])[]): Promise<BuiltIndex> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= CHUNK_SIZE;
  try {
    // No language: Pagefind would cut words of its own, and the browser others.
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
    if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    for (const [number, units] of records.entries()) {
      const added = await index.addCustomRecord({
        url: String(number),
        content: indexWords(units).join(' '),
        language: 'unknown',
      });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const keys = readKeys(files, records.length);
    return { files: new Map([...keep(files), [GLUE_FILE, extractGlue(files)]]), keys };
  } finally {
    await close();
  }
}

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Only what we need: no interface of Pagefind's, and no fragments, since our own files hold texts. */
function keep(files: readonly IndexFile[]): [string, Uint8Array][] {
  return files.flatMap(({ path, content }): [string, Uint8Array][] => {
    const chunk = /^index\/(.*)\.pf_index$/.exec(path)?.[1];
    if (chunk) return [[chunkFile(chunk), content]];
    if (path === 'wasm.unknown.pagefind') return [[ENGINE_FILE, content]];
    return path.endsWith('.pf_meta') ? [[META_FILE, content]] : [];
  });
}

/**
 * The glue that was generated for the engine, out of Pagefind's own script.
 *
 * @throws Error when a release of Pagefind holds it otherwise
 */
function extractGlue(files: readonly IndexFile[]): Uint8Array {
  const script = files.find(({ path }) => path === 'pagefind.js')?.content;
  const source = new TextDecoder().decode(script);
  const glue = /let wasm_bindgen=\(function\(exports\)\{.*?\}\)\(\{__proto__:null\}\);/s.exec(
    source,
  );
  if (!glue) throw new Error('Pagefind: no glue found in pagefind.js; has its release changed?');
  return new TextEncoder().encode(`${glue[0]}export default wasm_bindgen;`);
}

/** The keys stand in the names of the fragments, the records' numbers in them. */
function readKeys(files: readonly IndexFile[], count: number): string[] {
  const keys = new Array<string>(count).fill('');
  for (const { path, content } of files) {
    const key = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (!key) continue;
    const text = new TextDecoder().decode(gunzipSync(content)).replace(/^pagefind_dcd/, '');
    keys[Number((JSON.parse(text) as { url: string }).url)] = key;
  }
  if (keys.includes('')) throw new Error('Pagefind: a record has no fragment');
  return keys;
}
