/** A plan comes out of its link as it went in, whole or not at all; links of every version open for ever. */
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { MAX_PLAN_DAY } from '../../../../src/progress/training/event.ts';
import { NEEDS, type PlanItem } from '../../../../src/model/plan.ts';
import {
  canonicalPlan,
  madePlanId,
  PLAN_CODE_MAX,
  planCodeIn,
  planCodeInText,
  planOf,
  openPath,
  readPlanCode,
  replacedBy,
  writePlanCode,
  type MadePlan,
} from '../../../../src/progress/training/plan-code.ts';
import { crc32 } from '../../../../src/progress/transfer/crc32.ts';
import { areReplaced } from '../../../../src/progress/training/replaced-plans.ts';
import golden from '../../../fixtures/plan-codes/v1.json' with { type: 'json' };
import goldenReplacing from '../../../fixtures/plan-codes/v2.json' with { type: 'json' };

const anySlug = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const anyPage = fc.tuple(anySlug, anySlug, anySlug).map((parts) => parts.join('/'));
const anyReference = fc.oneof(
  anyPage,
  fc.tuple(anyPage, anySlug).map((parts) => parts.join('#')),
);

const anyItem: fc.Arbitrary<PlanItem> = fc.record({
  ref: anyReference,
  need: fc.constantFrom(...NEEDS),
  day: fc.integer({ min: 1, max: MAX_PLAN_DAY }),
});

const anyReplaced = fc.array(fc.stringMatching(/^1[a-z0-9]{8,12}$/), {
  minLength: 1,
  maxLength: 3,
});

/** Small enough for a link. */
const anyPlan: fc.Arbitrary<MadePlan> = fc
  .tuple(
    fc.record({
      edition: fc.integer({ min: 1, max: 999 }),
      titleFrom: fc.oneof(
        anySlug,
        anyPage,
        anySlug.map((slug) => `plan:${slug}`),
      ),
      items: fc
        .uniqueArray(anyItem, {
          minLength: 1,
          maxLength: 12,
          selector: ({ ref, need }) => `${need} ${ref}`,
        })
        .map((items) => items.sort((a, b) => a.day - b.day)),
    }),
    fc.option(anyReplaced, { nil: undefined }),
  )
  .map(([plan, replaces]) => (replaces ? { ...plan, replaces } : plan));

const PLAN: MadePlan = {
  edition: 2,
  titleFrom: 'agency/roles/account-executive',
  items: [
    { ref: 'agency/workflows/win-new-client', need: 'read', day: 1 },
    { ref: 'agency/workflows/win-new-client#client-confirms', need: 'practise', day: 5 },
    { ref: 'agency/workflows/win-new-client#client-confirms', need: 'observe', day: 22 },
  ],
};

async function codeOf(plan: MadePlan): Promise<string> {
  const written = await writePlanCode(plan);
  if (typeof written === 'string') throw new Error(written);
  return written.code;
}

/** A code around any text at all, with a checksum that is right. */
function framed(data: Buffer | string, version = '1'): string {
  const bytes = typeof data === 'string' ? deflateRawSync(Buffer.from(data)) : data;
  const body = `${version}.${bytes.toString('base64url')}`;
  return `${body}.${crc32(Buffer.from(body)).toString(36).padStart(7, '0')}`;
}

describe('what was made comes back', () => {
  test('any plan, and with the same id', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const read = await readPlanCode(await codeOf(plan));
        expect(read).toEqual({ value: plan });
        expect(madePlanId(plan)).toMatch(/^1[a-z0-9]{8,}$/);
        if (typeof read === 'object') expect(madePlanId(read.value)).toBe(madePlanId(plan));
      }),
      { numRuns: 300 },
    );
  });

  test('whichever way it was deflated', async () => {
    for (const level of [0, 1, 9]) {
      const bytes = deflateRawSync(Buffer.from(canonicalPlan(PLAN)), { level });
      expect(await readPlanCode(framed(bytes))).toEqual({ value: PLAN });
    }
  });

  test('two plans have two ids', () => {
    const later = { ...PLAN, edition: 3 };
    const other = { ...PLAN, items: PLAN.items.slice(1) };
    expect(new Set([PLAN, later, other].map(madePlanId)).size).toBe(3);
    expect(planOf(PLAN, '客户专员 · 培训')).toEqual({
      id: madePlanId(PLAN),
      title: '客户专员 · 培训',
      items: PLAN.items,
    });
  });

  test.each([...golden, ...goldenReplacing].map((each) => [each.what, each] as const))(
    'a link that was sent long ago: %s',
    async (_, { code, plan, id }) => {
      expect(await readPlanCode(code)).toEqual({ value: plan });
      expect(madePlanId(plan as MadePlan)).toBe(id);
    },
  );
});

describe('through a chat', () => {
  test('a code needs no escape, and ends with a letter or a digit', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const code = await codeOf(plan);
        expect(encodeURIComponent(code)).toBe(code);
        expect(code).toMatch(/[a-z0-9]$/);
      }),
      { numRuns: 200 },
    );
  });

  test('parameters of the chat app, before and behind, are passed over', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPlan,
        fc.constantFrom('', 'from=singlemessage&', 'nsukey=%2B%2F%3D&scene=1&'),
        fc.constantFrom(
          '',
          '&from=groupmessage&isappinstalled=0',
          '，请今天看',
          '%EF%BC%8C好',
          '。',
        ),
        async (plan, before, behind) => {
          const code = await codeOf(plan);
          expect(openPath(code)).toBe(`/train/open/?p=${code}`);
          expect(planCodeIn(`?${before}p=${code}${behind}`)).toBe(code);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('an address without a code has none', () => {
    expect(['', '?', '?p=', '?q=1', '?from=singlemessage&p='].map(planCodeIn)).toEqual(
      Array<string>(5).fill(''),
    );
  });
});

describe('a plan that replaces another', () => {
  test('names what it was made of, and what that replaced', () => {
    const second = { ...PLAN, edition: 3, replaces: replacedBy(PLAN) };
    expect(second.replaces).toEqual([madePlanId(PLAN)]);
    expect(replacedBy(second)).toEqual([madePlanId(second), madePlanId(PLAN)]);
    let last: MadePlan = second;
    for (let turn = 0; turn < 20; turn += 1) last = { ...PLAN, replaces: replacedBy(last) };
    expect(last.replaces).toHaveLength(8);
    expect(areReplaced(last.replaces)).toBe(true);
  });

  test('is of a version of its own, so that old pages do not take it for one by itself', async () => {
    const second = { ...PLAN, replaces: replacedBy(PLAN) };
    expect(await codeOf(PLAN)).toMatch(/^1\./);
    expect(await codeOf(second)).toMatch(/^2\./);
    expect(await readPlanCode(framed(canonicalPlan(second), '1'))).toBe('damaged');
    expect(await readPlanCode(framed(canonicalPlan(PLAN), '2'))).toBe('damaged');
  });

  test.each([[], ['x'], ['1short'], [1], Array(9).fill('1abcdefgh'), 'x', {}, null])(
    'names nothing but ids: %j',
    async (r) => {
      const text = canonicalPlan(PLAN).replace(/\}$/, `,"r":${JSON.stringify(r)}}`);
      expect(await readPlanCode(framed(text, '2'))).toBe('damaged');
    },
  );

  test('is found in the message that was posted', async () => {
    const code = await codeOf(PLAN);
    const link = `https://handbook.example.com${openPath(code)}`;
    const message = `小王 10:20\n【培训计划】x · 3 项\n打开计划：${link}\n1. 第 1 天 https://a.example/?at=x#x`;
    expect(planCodeInText(message)).toBe(code);
    expect(planCodeInText(`${link}&from=singlemessage`)).toBe(code);
    expect(planCodeInText('没有链接，只有 p=1 的话')).toBe('');
  });
});

describe('what is not whole is not opened', () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a code cut at any place', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.nat(), async (plan, where) => {
        const code = await codeOf(plan);
        expect(await readPlanCode(code.slice(0, where % code.length))).toBe('damaged');
        expect(await readPlanCode(code.slice(1 + (where % (code.length - 1))))).not.toHaveProperty(
          'value',
        );
      }),
      { numRuns: 400 },
    );
  });

  test('a code with one sign changed at any place', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.nat(), async (plan, where) => {
        const code = await codeOf(plan);
        const at = where % code.length;
        const changed = code.slice(0, at) + (code[at] === 'a' ? 'b' : 'a') + code.slice(at + 1);
        expect(await readPlanCode(changed)).not.toHaveProperty('value');
      }),
      { numRuns: 400 },
    );
  });

  test('2,000 hostile codes', async () => {
    const anyValue = fc.oneof(
      fc.jsonValue(),
      fc.record({
        e: fc.oneof(fc.constant(2), fc.jsonValue()),
        t: fc.oneof(fc.constant('agency'), fc.string()),
        i: fc.oneof(
          fc.array(fc.tuple(fc.string(), fc.string(), fc.double()), { maxLength: 4 }),
          fc.array(fc.jsonValue(), { maxLength: 4 }),
          fc.jsonValue(),
        ),
      }),
      fc.constantFrom(
        JSON.parse('{"__proto__":{"polluted":true},"e":1,"t":"a","i":[]}') as object,
        JSON.parse('{"e":1,"t":"__proto__","i":[["constructor","read",1]]}') as object,
      ),
    );
    const anyText = fc.oneof(
      anyValue.map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 1, max: 20_000 }).map((levels) => '['.repeat(levels) + ']'.repeat(levels)),
    );
    const anyCode = fc.oneof(
      anyText.map((text) => framed(text)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => framed(Buffer.from(bytes))),
      anyText,
      fc
        .tuple(anyText, fc.constantFrom('0', '1', '01', '-1', '1.1', ''))
        .map((pair) => framed(...pair)),
    );
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(anyCode, async (code) => {
        tried += 1;
        const read = await readPlanCode(code);
        if (typeof read === 'string') expect(['damaged', 'newer']).toContain(read);
        // By chance it may say a plan: then it is one, and the same one when it is written again.
        else expect(await readPlanCode(await codeOf(read.value))).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
    expect(tried).toBe(2_000);
  });

  test.each([
    ['no items', { ...PLAN, items: [] }],
    ['an item twice', { ...PLAN, items: [...PLAN.items, ...PLAN.items.slice(2)] }],
    ['days that go back', { ...PLAN, items: [...PLAN.items].reverse() }],
    ['a day before the first', { ...PLAN, items: [{ ...PLAN.items[0], day: 0 }] }],
    ['half a day', { ...PLAN, items: [{ ...PLAN.items[0], day: 1.5 }] }],
    ['a day years away', { ...PLAN, items: [{ ...PLAN.items[0], day: MAX_PLAN_DAY + 1 }] }],
    ['a need that there is not', { ...PLAN, items: [{ ...PLAN.items[0], need: 'exam' }] }],
    ['no reference', { ...PLAN, items: [{ ...PLAN.items[0], ref: 'https://example.com/' }] }],
    ['a typed title', { ...PLAN, titleFrom: '小王的计划' }],
    ['no edition', { ...PLAN, edition: 0 }],
  ])('%s: neither written nor read', async (_, plan) => {
    expect(await writePlanCode(plan as MadePlan)).toBe('no-plan');
    expect(await readPlanCode(framed(canonicalPlan(plan as MadePlan)))).toBe('damaged');
  });

  test('the same plan said otherwise: spaces, another order, more than there is to say', async () => {
    const text = canonicalPlan(PLAN);
    expect(await readPlanCode(framed(text))).toEqual({ value: PLAN });
    const { e, t, i } = JSON.parse(text) as { e: number; t: string; i: unknown[][] };
    for (const other of [
      ` ${text}`,
      JSON.stringify({ t, e, i }),
      JSON.stringify({ e, t, i, note: '小王' }),
      JSON.stringify({ e, t, i: i.map((item) => [...item, '小王']) }),
      JSON.stringify({ e, t, i: [...i, 7] }),
    ]) {
      expect(await readPlanCode(framed(other))).toBe('damaged');
    }
  });

  test('few letters that unpack to much', async () => {
    const bomb = framed(deflateRawSync(Buffer.alloc(1_000_000, ' ')));
    expect(bomb.length).toBeLessThan(PLAN_CODE_MAX);
    expect(await readPlanCode(bomb)).toBe('damaged');
  });
});

describe('versions and limits', () => {
  test('a code of a newer version is named as such, whatever it looks like behind that', async () => {
    for (const newer of [framed(canonicalPlan(PLAN), '3'), '3.', '17.cut', '3.中文', '999.a.b.c']) {
      expect(await readPlanCode(newer)).toBe('newer');
    }
    for (const none of ['1', '1.', '0.abc', '1000.abc', 'x.abc', '２.abc', '2']) {
      expect(await readPlanCode(none)).toBe('damaged');
    }
  });

  test('a plan of thirty items fits a link; one beyond the limit is refused, not cut', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ref: `agency/workflows/w${crc32(Buffer.of(index)).toString(36)}#s${crc32(Buffer.of(index, 1)).toString(36)}`,
        need: NEEDS[index % 3] ?? 'read',
        day: index + 1,
      }));
    const code = await codeOf({ ...PLAN, items: items(30) });
    expect(code.length).toBeLessThanOrEqual(PLAN_CODE_MAX);
    expect(await writePlanCode({ ...PLAN, items: items(200) })).toBe('too-long');
  });
});
