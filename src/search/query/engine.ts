/**
 * Runs Pagefind's engine, its WebAssembly and the glue generated for it, and fetches the parts of the
 * index. Not by Pagefind's own script: that takes a part that cannot be fetched for an empty one, so
 * that a lost connection reads like “nothing found”; it cuts Chinese queries by the browser's idea of
 * words; and it weighs six times as much.
 */
import { ENGINE_FILE, GLUE_FILE, META_FILE, chunkFile } from '../../model/search-data.ts';
import { IndexUnreachable } from './errors.ts';

/** Pagefind's glue. Every call that changes the index returns its new address. */
interface Glue {
  (options: { module_or_path: BufferSource }): Promise<unknown>;
  init_pagefind(meta: Uint8Array): number;
  /** The chunks that a word needs and that are not loaded, as a JSON list of names. */
  request_indexes(index: number, word: string): string;
  load_index_chunk(index: number, chunk: Uint8Array): number;
  search(
    index: number,
    words: string,
    asTyped: string,
    filters: string,
    sort: string,
    isPhrase: boolean,
    keepsAccents: boolean,
  ): string;
}

/** One record that has a word: its key, and positions (`l.l`) of the word. */
interface RawResult {
  readonly p: string;
  readonly l: readonly { readonly l: number }[];
}

export interface Engine {
  /**
   * Finds the records that hold words which begin with these letters, with all positions.
   *
   * @throws IndexUnreachable when a part of the index cannot be had
   */
  search(letters: string): Promise<readonly RawResult[]>;
}

/** Pagefind's files begin with this when they are unpacked. */
const SIGNATURE = 'pagefind_dcd'.length;

/**
 * Starts the engine.
 *
 * @param folder address of the build's search files, with the base path
 * @throws IndexUnreachable
 */
export async function startEngine(folder: string): Promise<Engine> {
  const [glue, code, meta] = await Promise.all([
    loadGlue(folder),
    fetchPacked(folder + ENGINE_FILE),
    fetchPacked(folder + META_FILE),
  ]);
  await glue({ module_or_path: code });
  let index = glue.init_pagefind(meta);
  const chunks = new Map<string, Promise<void>>();

  const load = (name: string): Promise<void> => {
    const loading =
      chunks.get(name) ??
      fetchPacked(folder + chunkFile(name)).then((chunk) => {
        index = glue.load_index_chunk(index, chunk);
      });
    chunks.set(name, loading);
    loading.catch(() => chunks.delete(name));
    return loading;
  };
  return {
    async search(letters) {
      const needed = JSON.parse(glue.request_indexes(index, letters)) as string[];
      await Promise.all(needed.filter(Boolean).map(load));
      const answer = glue.search(index, letters, letters, '{}', '', false, false);
      return (JSON.parse(answer) as { results: RawResult[] }).results;
    },
  };
}

async function loadGlue(folder: string): Promise<Glue> {
  // Absolute, and known at run time only: not for the bundler.
  const script = new URL(folder + GLUE_FILE, location.href).href;
  try {
    return ((await import(/* @vite-ignore */ script)) as { default: Glue }).default;
  } catch {
    throw new IndexUnreachable(script);
  }
}

/** Fetches and unpacks one of Pagefind's files. @throws IndexUnreachable */
async function fetchPacked(address: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(address);
    if (response.ok && response.body) {
      const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(unpacked).arrayBuffer()).subarray(SIGNATURE);
    }
  } catch {
    // Told below, like an answer that is none.
  }
  throw new IndexUnreachable(address);
}
