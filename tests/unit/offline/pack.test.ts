import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { openPack, typeOf, writePack } from '../../../src/offline/shared/pack.ts';

const contentOf = async (body: Blob | ReadableStream<Uint8Array> | undefined) =>
  new Uint8Array(await new Response(body ?? null).arrayBuffer());

test('each file comes out as it went in, as gzip where the site serves gzip', async () => {
  const file = fc.record({
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    content: fc.uint8Array({ maxLength: 200 }),
    isGzip: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { selector: ({ name }) => name }), async (files) => {
      const pack = await openPack(new Blob([writePack(files) as Uint8Array<ArrayBuffer>]));
      for (const { name, content, isGzip } of files) {
        const body = pack.read(name);
        const read = await contentOf(body);
        expect(isGzip ? new Uint8Array(gunzipSync(read)) : read).toEqual(content);
      }
      expect(pack.read('no such file\0')).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('what is no pack is refused', async () => {
  await expect(openPack(new Blob(['<!doctype html>']))).rejects.toThrow();
  await expect(openPack(new Blob([]))).rejects.toThrow();
});

test('a module is answered as a script', () => {
  expect(typeOf('data/search/1/glue.js')).toBe('text/javascript');
  expect(typeOf('glossary/brief.json')).toBe('application/json');
  expect(typeOf('data/search/1/texts-0.pack')).toBe('application/octet-stream');
});
