import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { runRecord } from '../../../../src/progress/runs/run-record.ts';
import { runText } from '../../../../src/progress/runs/run-text.ts';
import { signingsOf } from '../../../../src/progress/runs/signings.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import { choose, event, skip, START, stateOf, story, T0, tick } from '../../fixtures/events.ts';
import { action, gate, GIVEN_UP, templateWith } from '../../fixtures/template.ts';
import { inZone } from '../../fixtures/zone.ts';

const template = templateWith([
  action('a'),
  action('b', { optional: '需要时' }),
  gate('review', { pass: 'c', revise: 'a', stop: GIVEN_UP.id }, { kind: 'sign-off' }),
  action('c', { critical: true }),
]);

const note = (step: string, text: string, round = 1): NewEvent => ({
  kind: 'note',
  step,
  round,
  text,
});
const signed = (outcome: string, round = 1): NewEvent => ({
  kind: 'choose',
  step: 'review',
  round,
  outcome,
  signed: [{ role: '客户总监', name: '王敏' }],
});

const recordOf = (...happenings: NewEvent[]) => {
  const events = story(...happenings);
  const state = stateOf(events);
  return runRecord(state, template, walkRun(template, state), signingsOf(events));
};
const textOf = (...happenings: NewEvent[]) => {
  const events = story(...happenings);
  const state = stateOf(events);
  const walk = walkRun(template, state);
  return inZone('Asia/Shanghai', () => runText(state, template, walk, signingsOf(events)));
};

describe('runRecord', () => {
  test('draws a box for each step: ticked, open, or none for what does not apply', () => {
    const [phase] = recordOf(tick('a'), skip('b')).phases;
    expect(phase?.steps.map(({ number, box, words }) => [number, box, words])).toEqual([
      [1, 'ticked', undefined],
      [2, 'none', '不适用'],
      [3, 'open', undefined],
      [4, 'open', undefined],
    ]);
  });

  test('keeps the reason of a skipped step, the note, the signature and the time', () => {
    const record = recordOf(skip('a', 1, '客户不要'), note('a', '下次再问'), signed('pass'));
    const [a, , review] = record.phases[0]?.steps ?? [];
    expect(a).toMatchObject({ words: '已跳过：客户不要', note: '下次再问', at: T0 + 1000 });
    expect(review).toMatchObject({
      box: 'ticked',
      words: 'pass',
      signs: true,
      signed: [{ role: '客户总监', name: '王敏' }],
    });
  });

  test('names whoever has to sign at a sign-off, and whoever did', () => {
    const [a, , review] = recordOf(signed('pass')).phases[0]?.steps ?? [];
    expect(a?.signers).toEqual([]);
    expect(review?.signers).toEqual(['客户部', '客户总监']);
  });

  test('says of steps that the way passed by that it did', () => {
    const steps = recordOf(choose('review', 'stop')).phases[0]?.steps;
    expect(steps?.at(-1)).toMatchObject({ id: 'c', box: 'none', words: '未经过' });
  });

  test('keeps what was signed before it was signed anew', () => {
    const [, , review] =
      recordOf(tick('a'), signed('revise'), signed('pass')).phases[0]?.steps ?? [];
    expect(review).toMatchObject({
      words: 'pass',
      signedBefore: [{ words: 'revise（客户总监：王敏）', at: T0 + 2000 }],
    });
    expect(textOf(tick('a'), signed('revise'), signed('pass'))).toContain(
      '\n   以前签的：revise（客户总监：王敏）；2026-11-23 09:00\n',
    );
  });

  test('lists what earlier rounds did apart', () => {
    const { phases, earlier } = recordOf(tick('a'), signed('revise'));
    expect(phases[0]?.steps[0]).toMatchObject({ id: 'a', round: 2, box: 'open' });
    expect(earlier.map(({ id, round, words }) => [id, round, words])).toEqual([
      ['a', 1, undefined],
      ['review', 1, 'revise'],
    ]);
  });
});

describe('runText', () => {
  test('reads line by line, with local times', () => {
    const due: NewEvent = { kind: 'due', on: '2026-12-20' };
    expect(textOf(tick('a'), note('a', '先看案例\n再报价'), skip('b'), signed('pass'), due)).toBe(
      `2026-031 争取新客户
进行中，做了 2，不适用 1，共 4 步；2026-11-23 开始；2026-12-20 截止

1. 阶段
☑ 1 做 a，客户部（2026-11-23 09:00）
   备注：先看案例
   再报价
– 2 做 b，客户部（不适用；2026-11-23 09:00）
☑ 3 决定 review，客户部（pass；客户总监 王敏，自行声明；2026-11-23 09:00）
☐ 4 做 c，客户部
`,
    );
  });

  test('names the edition, the round and why it was finished early', () => {
    const start = { ...START, edition: 2 } as NewEvent;
    const finish: NewEvent = { kind: 'finish', reason: '客户撤回' };
    const events = [event('e0', T0, start), ...story(tick('a'), signed('revise'), finish).slice(1)];
    const state = stateOf(events);
    const text = runText(state, template, walkRun(template, state), signingsOf(events));
    expect(text).toContain('已结束，');
    expect(text).toContain('按手册第 2 版；第 2 轮\n提前结束：客户撤回\n');
    expect(text).toContain('\n以前各轮\n☑ 1 做 a，');
    expect(text).toContain('☐ 1 做 a，客户部（第 2 轮）');
    expect(text).toContain('☐ 4 做 c，客户部\n');
  });
});
