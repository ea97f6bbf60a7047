/**
 * One file in place of thousands of small ones. It begins with the length of a list (four bytes, the
 * lowest first) and the list, as JSON: name and size of each file, in order, and whether the site
 * serves it as gzip; the contents follow, unpacked. Together they pack into half of what they take
 * one by one.
 */
type Row = readonly [name: string, size: number, isGzip: 0 | 1];

export interface PackedFile {
  readonly name: string;
  /** Unpacked. */
  readonly content: Uint8Array;
  /** True: whoever asks for it gets gzip. */
  readonly isGzip: boolean;
}

const LENGTH = 4;

/** Lays files out in one. */
export function writePack(files: readonly PackedFile[]): Uint8Array {
  const rows = files.map(({ name, content, isGzip }): Row => [
    name,
    content.length,
    isGzip ? 1 : 0,
  ]);
  const list = new TextEncoder().encode(JSON.stringify(rows));
  const size = files.reduce((sum, { content }) => sum + content.length, LENGTH + list.length);
  const pack = new Uint8Array(size);
  new DataView(pack.buffer).setUint32(0, list.length, true);
  pack.set(list, LENGTH);
  let at = LENGTH + list.length;
  for (const { content } of files) {
    pack.set(content, at);
    at += content.length;
  }
  return pack;
}

export interface Pack {
  /** What the site would answer; absent when the pack does not hold it. */
  read(name: string): Blob | ReadableStream<Uint8Array> | undefined;
}

/** Opens a pack. @throws Error when it is none */
export async function openPack(pack: Blob): Promise<Pack> {
  const head = new DataView(await pack.slice(0, LENGTH).arrayBuffer());
  const length = head.getUint32(0, true);
  const rows = JSON.parse(await pack.slice(LENGTH, LENGTH + length).text()) as Row[];
  const places = new Map<string, readonly [from: number, to: number, isGzip: boolean]>();
  let at = LENGTH + length;
  for (const [name, size, isGzip] of rows) {
    places.set(name, [at, at + size, isGzip === 1]);
    at += size;
  }
  return {
    read(name) {
      const place = places.get(name);
      if (!place) return undefined;
      const content = pack.slice(place[0], place[1]);
      return place[2] ? content.stream().pipeThrough(new CompressionStream('gzip')) : content;
    },
  };
}

/** The type of a file in a pack, by its name. */
export function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
