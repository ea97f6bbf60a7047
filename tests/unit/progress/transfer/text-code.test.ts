/** What is sent by chat comes back whole, or is said to be missing; whatever happens on the way. */
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../../src/progress/transfer/crc32.ts';
import {
  CODE_MAX_BYTES,
  findCodes,
  MAX_PARTS,
  openCode,
  PART_LENGTH,
  PASTE_MAX_LENGTH,
  writeCode,
  type CodeKind,
  type FoundCode,
} from '../../../../src/progress/transfer/text-code.ts';

const anyKind = fc.constantFrom<CodeKind>('x', 'r', 't');

/** Texts of one part to a dozen: what does not repeat cannot be squeezed. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .tuple(fc.integer({ min: 0, max: 2 ** 30 }), fc.integer({ min: 1_000, max: 12_000 }))
    .map(([seed, length]) => noise(seed, length)),
);

/** Letters without a pattern. */
function noise(seed: number, length: number): string {
  let state = seed | 1;
  let text = '';
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    text += String.fromCharCode(33 + ((state >>> 16) % 90));
  }
  return text;
}

/** What people and their programs write between the parts. */
const anyChatter = fc.constantFrom(
  '',
  '张三 10:02',
  '\n收到，谢谢！\n',
  '——— 转发自 李四 ———',
  '> 第 2 条：',
  'KHB 是什么？',
  'https://example.com/?from=singlemessage ',
  '…',
  'abc.def_ghi-jkl ',
);

async function parts(kind: CodeKind, text: string): Promise<readonly string[]> {
  const written = await writeCode(kind, text);
  if (!written) throw new Error('too many parts');
  return written;
}

async function textOf(code: FoundCode | undefined): Promise<unknown> {
  if (!code) return 'none';
  return code.missing.length > 0 ? { missing: code.missing } : openCode(code);
}

/** As a chat may hand it on: in full-width characters, broken into lines, quoted. */
const WAYS: Record<string, (text: string) => string> = {
  'as it was': (text) => text,
  'in lines of 64': (text) => text.replace(/.{64}/gs, '$&\n'),
  'in quoted lines': (text) => text.replace(/.{64}/gs, '$&\r\n> '),
  'in full-width characters': (text) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'with marks nobody sees': (text) => text.replace(/.{100}/gs, '$&\u200b\ufeff'),
};

describe('what was sent comes back', () => {
  for (const [way, change] of Object.entries(WAYS)) {
    test(`${way}, in any order, some parts twice, with words between`, async () => {
      await fc.assert(
        fc.asyncProperty(
          anyKind,
          anyText,
          anyChatter,
          fc.integer({ min: 0, max: 99 }),
          async (kind, text, chatter, turn) => {
            const sent = await parts(kind, text);
            const shift = turn % sent.length;
            const mixed = [...sent.slice(shift), ...sent.slice(0, shift), ...sent.slice(0, 1)];
            const { codes, hasNewer } = findCodes(
              chatter + mixed.map(change).join(chatter) + chatter,
            );
            expect(codes).toHaveLength(1);
            expect(codes[0]).toMatchObject({ kind, missing: [], damaged: [] });
            expect(hasNewer).toBe(false);
            expect(await textOf(codes[0])).toEqual({ text });
          },
        ),
        { numRuns: 200 },
      );
    });
  }

  test('two exports in one paste are told apart', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, anyText, anyKind, anyText, async (kind, one, another, other) => {
        fc.pre(one !== other);
        const [first, second] = [await parts(kind, one), await parts(another, other)];
        const mixed: string[] = [];
        for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
          mixed.push(second[at] ?? '', first[at] ?? '');
        }
        const { codes } = findCodes(mixed.join('\n'));
        expect(codes).toHaveLength(2);
        expect(codes.map((code) => code.kind).sort()).toEqual([kind, another].sort());
        expect(await Promise.all(codes.map(textOf))).toEqual(
          expect.arrayContaining([{ text: one }, { text: other }]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('the same text as everything and as one run is two codes', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const mixed = [...(await parts('x', text)), ...(await parts('r', text))].reverse();
        const { codes } = findCodes(mixed.join('\n'));
        expect(codes.map(({ kind }) => kind).sort()).toEqual(['r', 'x']);
        expect(await Promise.all(codes.map(textOf))).toEqual([{ text }, { text }]);
      }),
      { numRuns: 100 },
    );
  });

  test('each part is a message of its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, anyText, async (kind, text) => {
        for (const part of await parts(kind, text)) {
          expect(part.length).toBeLessThanOrEqual(PART_LENGTH);
          expect(part).toMatch(/^[\w.-]+$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what was lost or changed on the way is named, and never read', () => {
  test('a part left out', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, anyText, fc.nat(), async (kind, text, which) => {
        const sent = await parts(kind, text);
        fc.pre(sent.length > 1);
        const left = which % sent.length;
        const { codes } = findCodes(sent.filter((_, index) => index !== left).join('\n'));
        expect(codes[0]).toMatchObject({ missing: [left + 1], damaged: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('a part cut at any place', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, anyText, fc.nat(), fc.nat(), async (kind, text, which, where) => {
        const sent = [...(await parts(kind, text))];
        const cut = which % sent.length;
        const part = sent[cut] ?? '';
        sent[cut] = part.slice(0, where % part.length);
        const { codes } = findCodes(sent.join('\n好的\n'));
        for (const code of codes) expect(await textOf(code)).toEqual({ missing: [cut + 1] });
        if (sent.length > 1) expect(codes).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  test('one character changed at any place', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, anyText, fc.nat(), async (kind, text, where) => {
        const [first = ''] = await parts(kind, text);
        const at = where % first.length;
        const other = first[at] === 'A' ? 'B' : 'A';
        const { codes } = findCodes(first.slice(0, at) + other + first.slice(at + 1));
        for (const code of codes) expect(await textOf(code)).not.toHaveProperty('text');
      }),
      { numRuns: 400 },
    );
  });

  test('any text at all is looked through without an error', async () => {
    const anyPiece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('KHB1x.', 'KHB1', 'KHB1x.AAAAAA.1.1.', '.AAAAAA', 'KHB1r.AAAAAA.2.1..AAAAAA'),
      fc.constantFrom('KHB1x.AAAAAA.0.0..AAAAAA', 'KHB1x.AAAAAA.1.999.AAAA.AAAAAA'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyPiece, { maxLength: 12 }), async (pieces) => {
        for (const code of findCodes(pieces.join('')).codes) {
          expect(await textOf(code)).not.toHaveProperty('text');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('limits', () => {
  /** A code around bytes that no text was deflated to. */
  async function framed(bytes: Uint8Array, kind: CodeKind = 'x'): Promise<FoundCode> {
    const sum = new Uint8Array(4);
    new DataView(sum.buffer).setUint32(0, crc32(bytes));
    const data = Buffer.from(bytes).toString('base64url');
    return {
      kind,
      sum: Buffer.from(sum).toString('base64url'),
      total: 1,
      parts: new Map([[1, data]]),
      missing: [],
      damaged: [],
    };
  }

  test('what unpacks to more than a file may have is not unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(CODE_MAX_BYTES + 1));
    expect(bomb.length).toBeLessThan(30_000);
    for (const kind of ['x', 'r', 't'] as const) {
      expect(await openCode(await framed(bomb, kind))).toBe('too-big');
    }
    const most = deflateRawSync(Buffer.alloc(CODE_MAX_BYTES, 'a'));
    expect(await openCode(await framed(most))).toHaveProperty('text');
  });

  test('a bomb of gigabytes stops at the limit', async () => {
    // 1 MB of zeros, deflated once and repeated as blocks of one stream: 4 GB in 4 MB.
    const block = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: 2 });
    const bomb = Buffer.concat(Array.from({ length: 4_096 }, () => block));
    expect(await openCode(await framed(bomb))).toBe('too-big');
  });

  test('what is not deflated, goes on behind its end, or is no UTF-8 is damaged', async () => {
    const whole = deflateRawSync(Buffer.from('text'));
    expect(await openCode(await framed(Buffer.from('not deflated')))).toBe('damaged');
    expect(await openCode(await framed(whole.subarray(0, -1)))).toBe('damaged');
    expect(await openCode(await framed(Buffer.concat([whole, Buffer.from('more')])))).toBe(
      'damaged',
    );
    expect(await openCode(await framed(deflateRawSync(Buffer.from([0xff, 0xfe]))))).toBe('damaged');
  });

  test('a text of too many parts is not written, and one too long is not looked through', async () => {
    expect(await writeCode('x', noise(7, MAX_PARTS * PART_LENGTH))).toBeUndefined();
    expect(findCodes('a'.repeat(PASTE_MAX_LENGTH + 1))).toEqual({
      codes: [],
      hasNewer: false,
      isTooLong: true,
    });
  });

  test('a code of a newer version, or of a kind not known yet, is said to be one', async () => {
    const [part = ''] = await parts('x', 'text');
    expect(findCodes(part.replace('KHB1x', 'KHB2x'))).toMatchObject({ codes: [], hasNewer: true });
    expect(findCodes(part.replace('KHB1x', 'KHB1z'))).toMatchObject({ codes: [], hasNewer: true });
  });

  test('the checksum is that of RFC 1952', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
