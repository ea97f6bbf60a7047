/** What a page of a built site makes a browser load before its reader does anything. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { attribute, textOf, type BuiltPage } from '../content/built-site.ts';

export interface PageWeight {
  /** Bytes after brotli at quality 11, each file on its own; the page's styles lie in the HTML. */
  readonly html: number;
  /** Bytes of these that hold what is painted first. */
  readonly first: number;
  /** Linked sheets: that for print. */
  readonly css: number;
  /** Scripts, modules with their static imports, inline scripts. */
  readonly js: number;
  readonly font: number;
  /** All of the above; inline scripts lie in the HTML and count once. */
  readonly total: number;
  /** The page itself, its styles and scripts, its icon and manifest. */
  readonly requests: number;
  /** What it loads beside itself: paths below the output folder. */
  readonly files: readonly string[];
}

/** Links that a browser follows by itself. */
const FOLLOWED = new Set(['stylesheet', 'modulepreload', 'preload', 'icon', 'manifest']);

/**
 * Weighs a page.
 *
 * @param folder the build's output folder
 * @param base base path of the build, `/` or `/kehubu/`
 * @throws Error for a file that the page names and the build has not
 */
export function weighPage(folder: string, page: BuiltPage, base = '/'): PageWeight {
  const files = new Set<string>();
  const add = (url: string | undefined) => {
    if (url?.startsWith(base)) addWithImports(folder, url.slice(base.length), files);
    else if (url && !url.startsWith('data:')) throw new Error(`${page.file} loads ${url}`);
  };
  let inline = '';
  for (const element of page.elements) {
    if (element.tagName === 'link') {
      const rel = attribute(element, 'rel')?.split(/\s+/) ?? [];
      if (rel.some((name) => FOLLOWED.has(name))) add(attribute(element, 'href'));
    } else if (element.tagName === 'script') {
      add(attribute(element, 'src'));
      inline += textOf(element);
    } else if (element.tagName === 'img') add(attribute(element, 'src'));
  }
  const sum = (pattern: RegExp) =>
    [...files]
      .filter((file) => pattern.test(file))
      .reduce((n, file) => n + sizeOf(join(folder, file)), 0);
  const packed = brotli(Buffer.from(page.html));
  const html = packed.length;
  const css = sum(/\.css$/);
  const scripts = sum(/\.js$/);
  const font = sum(/\.(woff2?|ttf|otf)$/);
  return {
    html,
    css,
    first: bytesUntil(packed, endOfFirstPart(page.html)),
    js: scripts + (inline ? brotli(Buffer.from(inline)).length : 0),
    font,
    total: html + sum(/./),
    requests: 1 + files.size,
    files: [...files],
  };
}

function addWithImports(folder: string, file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  const text = () => readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.js')) {
    for (const [, path = ''] of text().matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
      addWithImports(folder, posix.join(file, '..', path), files);
    }
  } else if (file.endsWith('.css')) {
    const css = text().replace(/url\("data:[^"]*"\)/g, '');
    for (const [, path = ''] of css.matchAll(/url\(["']?(?!data:|#)([^"')]+)["']?\)/g)) {
      addWithImports(
        folder,
        path.startsWith('/') ? path.slice(1) : posix.join(file, '..', path),
        files,
      );
    }
  }
}

const sizes = new Map<string, number>();

function sizeOf(path: string): number {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const size = brotli(readFileSync(path)).length;
  sizes.set(path, size);
  return size;
}

function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Where what is painted first ends, in bytes: behind the title and the first paragraph after it; of a page
 * whose title an island draws, at the beginning of its own part.
 */
function endOfFirstPart(html: string): number {
  const [first = html] = /^[^]*?<\/h1>[^]*?<\/p>/.exec(html) ?? /^[^]*?<main/.exec(html) ?? [];
  return Buffer.byteLength(first);
}

/** How many bytes of a packed text have to arrive until so many of it can be read. */
function bytesUntil(packed: Buffer, wanted: number): number {
  const params = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
  let [less, enough] = [0, packed.length];
  while (enough - less > 1) {
    const middle = Math.floor((less + enough) / 2);
    if (brotliDecompressSync(packed.subarray(0, middle), params).length < wanted) less = middle;
    else enough = middle;
  }
  return enough;
}
