/**
 * The closed vocabularies of the handbook: which sections, kinds and cadences there are, and what the
 * site calls them. Everything that prints or checks one of these words reads it here.
 */

/** The four sections of a handbook; the letters are the old manual's own signposts (D is ours). */
export const SECTIONS = ['roles', 'workflows', 'techniques', 'rules'] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_LETTER: Record<Section, 'A' | 'B' | 'C' | 'D'> = {
  roles: 'A',
  workflows: 'B',
  techniques: 'C',
  rules: 'D',
};

export const SECTION_LABEL: Record<Section, string> = {
  roles: '岗位职责',
  workflows: '工作流程',
  techniques: '服务技巧',
  rules: '制度规范',
};

/** A section by its letter and name: `B 工作流程`. */
export const sectionTitle = (section: Section) =>
  `${SECTION_LETTER[section]} ${SECTION_LABEL[section]}`;

/** A duty is something one does (act) or something one is (standard). */
export const DUTY_KINDS = ['act', 'standard'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/**
 * How often an act is checked. `event`: whenever something happens; it is counted each time, and never
 * open. Periods (`period.ts`) are those of all other cadences.
 */
export const CADENCES = [
  'once',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'event',
] as const;
export type Cadence = (typeof CADENCES)[number];

export const CADENCE_LABEL: Record<Cadence, string> = {
  once: '一次',
  daily: '每天',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季',
  yearly: '每年',
  event: '逢事',
};

export const STEP_KINDS = [
  'action',
  'meeting',
  'handover',
  'decision',
  'sign-off',
  'archive',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_KIND_LABEL: Record<StepKind, string> = {
  action: '动作',
  meeting: '会议',
  handover: '移交',
  decision: '决定',
  'sign-off': '签字',
  archive: '存档',
};

/** How a workflow can end: the job is done, or it was stopped on the way. */
export const END_RESULTS = ['done', 'stopped'] as const;
export type EndResult = (typeof END_RESULTS)[number];

/** Where an item comes from: a statement of the sources, or the editors where the sources are silent. */
export const ORIGINS = ['source', 'editorial'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The moments of a new hire's first quarter that a role's 路线 is laid out by. */
export const ROUTE_STAGES = ['day', 'week', 'month', 'quarter'] as const;
export type RouteStage = (typeof ROUTE_STAGES)[number];

export const ROUTE_STAGE_LABEL: Record<RouteStage, string> = {
  day: '第一天',
  week: '第一周',
  month: '第一个月',
  quarter: '第一个季度',
};

/** A step that decides or signs is a gate (关口): its outcomes lead to different steps. */
export function isGateKind(kind: StepKind): boolean {
  return kind === 'decision' || kind === 'sign-off';
}

/** What an edition can have done to a page or an item. */
export const CHANGE_KINDS = ['added', 'changed', 'moved', 'retired'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_LABEL: Record<ChangeKind, string> = {
  added: '新增',
  changed: '修改',
  moved: '移动',
  retired: '停用',
};
