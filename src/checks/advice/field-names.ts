/**
 * What the fields of the frontmatter are called in messages to editors, and what the words stand for
 * that some of them are limited to.
 */
import { HANDBOOK_ICONS } from '../../model/handbook-icons.ts';
import { HUE_LABEL } from '../../model/hues.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { CADENCE_LABEL, CHANGE_LABEL, STEP_KIND_LABEL } from '../../model/vocabulary.ts';

const FIELD_LABEL: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '简介',
  order: '序号',
  updated: '更新日期',
  from: '出处',
  origin: '来源',
  department: '部门',
  level: '级别',
  reportsTo: '上级',
  groups: '职责分组',
  duties: '职责',
  id: '编号',
  text: '内容',
  why: '理由',
  kind: '类型',
  cadence: '周期',
  doneWhen: '完成标志',
  route: '新人路线',
  day: '第一天',
  week: '第一周',
  month: '第一个月',
  quarter: '第一个季度',
  trigger: '启动条件',
  inputs: '所需材料',
  outputs: '产出',
  parties: '参与方',
  name: '名称',
  role: '岗位',
  phases: '阶段',
  pause: '停顿检查',
  steps: '步骤',
  short: '图中短名',
  by: '执行方',
  within: '时限',
  hours: '小时',
  workdays: '工作日',
  critical: '关键步骤',
  optional: '适用条件',
  signers: '签字方',
  outcomes: '结论',
  label: '选项文字',
  items: '条目',
  not: '不用的词',
  better: '改用的词',
  except: '不查的页',
  fact: '事情',
  home: '定这件事的页',
  says: '说法',
  to: '去向',
  next: '下一步',
  techniques: '相关技巧',
  ends: '终点',
  result: '结果',
  points: '要点',
  rules: '规范',
  published: '已发布',
  moved: '移走',
  retired: '停用',
  former: '从前的名字',
  ref: '名字',
  need: '要求',
  since: '起始日期',
  number: '版次',
  date: '日期',
  changes: '改动',
  what: '改了什么',
  material: '是否要改做法',
  year: '年份',
  off: '放假',
  work: '上班',
  term: '术语',
  pinyin: '拼音',
  aliases: '别名',
  definition: '解释',
  handbooks: '所属手册',
  see: '参看',
  hue: '颜色',
  icon: '图标',
  tag: '短名',
  shortTitle: '短标题',
  seal: '印章字',
  company: '公司名称',
  lead: '导语',
  footer: '页脚',
  fileName: '导出文件名',
  forms: '表单',
  use: '什么时候填',
  fields: '栏目',
  how: '怎么填',
  example: '例子',
  table: '多行的表',
  rows: '空行数',
  columns: '列',
  examples: '填好的行',
  questions: '复习题',
  about: '问的是哪一条',
  situation: '情景',
  answers: '答案',
  right: '是否正确',
  issuer: '发布机关',
  checkedOn: '核对日期',
  pending: '为什么待核',
};

const VALUE_LABEL: Readonly<Record<string, string>> = {
  ...CADENCE_LABEL,
  ...STEP_KIND_LABEL,
  ...CHANGE_LABEL,
  ...NEED_LABEL,
  ...HUE_LABEL,
  ...HANDBOOK_ICONS,
  act: '动作',
  standard: '标准',
  source: '来自原手册',
  editorial: '编者补充',
  done: '办成',
  stopped: '中止',
};

/** The names of all fields that a page can have somewhere. */
export const FIELD_NAMES: ReadonlySet<string> = new Set(Object.keys(FIELD_LABEL));

/** `cadence（周期）` */
export function fieldName(key: string): string {
  const label = FIELD_LABEL[key];
  return label === undefined ? key : `${key}（${label}）`;
}

/** `daily（每天）、weekly（每周）` */
export function valueNames(values: readonly unknown[]): string {
  return values
    .map((value) => {
      const label = VALUE_LABEL[String(value)];
      return label === undefined ? String(value) : `${String(value)}（${label}）`;
    })
    .join('、');
}
