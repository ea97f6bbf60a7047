import { describe, expect, test } from 'vitest';
import { STEP_KINDS } from '../../../src/model/vocabulary.ts';
import { END_TITLE_MAX, workflowSchema } from '../../../src/schemas/workflow.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawGate, rawStep, rawWorkflow } from '../fixtures/site.ts';

const withStep = (step: Record<string, unknown>) =>
  rawWorkflow({
    phases: [{ id: 'one', title: '阶段', pause: '停一下：齐了吗？', steps: [step] }],
  });
/** Where the schema finds fault with a step, within the step. */
const stepRefusals = (step: Record<string, unknown>) =>
  refusals(workflowSchema, withStep(step)).map((path) =>
    path.replace(/^phases\.0\.steps\.0\.?/, ''),
  );

describe('a workflow', () => {
  test('is accepted', () => {
    expect(refusals(workflowSchema, rawWorkflow())).toEqual([]);
  });

  test.each(['trigger', 'inputs', 'outputs', 'parties', 'phases', 'ends'])(
    'is refused without %s',
    (field) => {
      expect(refusals(workflowSchema, rawWorkflow({ [field]: undefined }))).toEqual([field]);
    },
  );

  test.each(['inputs', 'outputs', 'parties', 'phases', 'ends'])(
    'is refused without any %s',
    (field) => {
      expect(refusals(workflowSchema, rawWorkflow({ [field]: [] }))).toEqual([field]);
    },
  );

  test('is refused with an empty line among its inputs', () => {
    expect(refusals(workflowSchema, rawWorkflow({ inputs: ['客户的询问', ''] }))).toEqual([
      'inputs.1',
    ]);
  });
});

describe('a party', () => {
  const party = (more: object) => rawWorkflow({ parties: [{ id: 'p', name: '客户部', ...more }] });

  test('has a short name, and a role where it is one', () => {
    expect(refusals(workflowSchema, party({}))).toEqual([]);
    expect(refusals(workflowSchema, party({ role: 'account-director' }))).toEqual([]);
    expect(refusals(workflowSchema, party({ name: '字'.repeat(13) }))).toEqual(['parties.0.name']);
    expect(refusals(workflowSchema, party({ role: '客户总监' }))).toEqual(['parties.0.role']);
  });
});

describe('a step', () => {
  test('is accepted with what it must have, and gets the rest', () => {
    expect(workflowSchema.parse(withStep(rawStep('a'))).phases[0]?.steps[0]).toEqual({
      id: 'a',
      title: '做 a',
      short: '一步',
      by: 'director',
      kind: 'action',
      doneWhen: '有记录',
      critical: false,
      techniques: [],
      forms: [],
      from: [],
      origin: 'source',
    });
  });

  test.each(STEP_KINDS)('can be of kind %s', (kind) => {
    expect(stepRefusals(rawStep('a', { kind }))).toEqual([]);
  });

  test('can have all that a step can have', () => {
    const more = {
      critical: true,
      optional: '需要时',
      next: 'won',
      signers: ['director'],
      techniques: ['briefing', 'service/techniques/listening'],
      from: ['ag-w5-01'],
    };
    expect(stepRefusals(rawStep('a', more))).toEqual([]);
  });

  test.each(['id', 'title', 'short', 'by', 'kind', 'doneWhen'])(
    'is refused without %s',
    (field) => {
      expect(stepRefusals(rawStep('a', { [field]: undefined }))).toEqual([field]);
    },
  );

  test.each<[string, unknown]>([
    ['title', '字'.repeat(41)],
    ['short', '字'],
    ['short', '字'.repeat(9)],
    ['kind', 'task'],
    ['critical', 'yes'],
    ['optional', true],
    ['optional', ''],
    ['next', '下一步'],
    ['signers', 'director'],
    ['outcomes', 'yes'],
  ])('is refused when %s is %j', (field, value) => {
    expect(stepRefusals(rawStep('a', { [field]: value }))).toEqual([field]);
  });

  test('is refused with techniques that are no references', () => {
    expect(stepRefusals(rawStep('a', { techniques: ['briefing', '/briefing/'] }))).toEqual([
      'techniques.1',
    ]);
  });

  test('is refused with a field that it does not have', () => {
    expect(stepRefusals(rawStep('a', { donewhen: '有记录' }))).toEqual(['']);
  });
});

describe('an outcome', () => {
  test('has a label and leads somewhere', () => {
    expect(stepRefusals(rawGate('a', { yes: 'won', no: 'dropped' }))).toEqual([]);
    const outcomes = [
      { id: 'yes', label: '是' },
      { id: 'no', label: '字'.repeat(13), to: 'won' },
      { id: 'maybe', label: '', to: '放弃' },
    ];
    expect(stepRefusals(rawStep('a', { kind: 'decision', outcomes }))).toEqual([
      'outcomes.0.to',
      'outcomes.1.label',
      'outcomes.2.label',
      'outcomes.2.to',
    ]);
  });

  test('says where it comes from, like every item', () => {
    const [outcome] = [{ id: 'yes', label: '是', to: 'won', from: ['ag-w5-02'], origin: 'source' }];
    expect(stepRefusals(rawStep('a', { kind: 'decision', outcomes: [outcome] }))).toEqual([]);
  });
});

describe('a phase', () => {
  test.each<[string, unknown]>([
    ['id', undefined],
    ['title', '字'.repeat(17)],
    ['pause', undefined],
    ['steps', []],
  ])('is refused when %s is %j', (field, value) => {
    const phase = {
      id: 'one',
      title: '阶段',
      pause: '齐了吗？',
      steps: [rawStep('a')],
      [field]: value,
    };
    expect(refusals(workflowSchema, rawWorkflow({ phases: [phase] }))).toEqual([
      `phases.0.${field}`,
    ]);
  });
});

describe('an end', () => {
  const end = (more: object) =>
    rawWorkflow({ ends: [{ id: 'won', title: '签约', result: 'done', ...more }] });

  test('is done or stopped, and has a short title', () => {
    expect(refusals(workflowSchema, end({}))).toEqual([]);
    expect(refusals(workflowSchema, end({ result: 'stopped' }))).toEqual([]);
    expect(refusals(workflowSchema, end({ result: 'lost' }))).toEqual(['ends.0.result']);
    expect(refusals(workflowSchema, end({ result: undefined }))).toEqual(['ends.0.result']);
    expect(refusals(workflowSchema, end({ title: '字'.repeat(END_TITLE_MAX) }))).toEqual([]);
    expect(refusals(workflowSchema, end({ title: '字'.repeat(END_TITLE_MAX + 1) }))).toEqual([
      'ends.0.title',
    ]);
  });
});
