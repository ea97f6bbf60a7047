/** Takes the names of stored values apart; `storage-names.ts` tells what there is and builds them. */
import type { Setting } from './setting-names.ts';

/** What a name stands for. */
export type StorageName =
  | { readonly kind: 'event'; readonly run: string; readonly event: string }
  | { readonly kind: 'packed'; readonly run: string }
  | { readonly kind: 'text'; readonly hash: string }
  /** `mark`: `<duty>@<period>` */
  | { readonly kind: 'mark'; readonly role: string; readonly mark: string }
  /** `occurrence`: `<duty>@<id>` */
  | { readonly kind: 'did'; readonly role: string; readonly occurrence: string }
  /** A draft: in a run, or in the form of a page. */
  | {
      readonly kind: 'draft';
      readonly run?: string;
      readonly page?: string;
      readonly field: string;
    }
  | { readonly kind: 'training'; readonly event: string }
  | { readonly kind: 'answer'; readonly event: string }
  | { readonly kind: 'receipt'; readonly device: string; readonly receipt: string }
  | { readonly kind: 'pair'; readonly first: string; readonly second: string }
  /** A newer version of the site may know more settings than this one. */
  | { readonly kind: 'setting'; readonly setting: string }
  | { readonly kind: 'aside'; readonly of: string }
  | { readonly kind: 'other' };

const SHAPES: readonly [StorageName['kind'], RegExp][] = [
  ['event', /^run:(?<run>[\w-]{1,64}):(?<event>[\w-]{1,64})$/],
  ['packed', /^done:(?<run>[\w-]{1,64})$/],
  ['text', /^text:(?<hash>[\w-]{1,64})$/],
  ['mark', /^mark:(?<role>[a-z0-9/-]{1,200})#(?<mark>[a-z0-9-]{1,100}@[\w-]{4,10})$/],
  ['did', /^did:(?<role>[a-z0-9/-]{1,200})#(?<occurrence>[a-z0-9-]{1,100}@[\w-]{1,64})$/],
  [
    'draft',
    /^draft:(?:run:(?<run>[\w-]{1,64})|page:(?<page>[a-z0-9/-]{1,200})):(?<field>[\w:-]{1,160})$/,
  ],
  ['training', /^train:(?<event>[\w-]{1,64})$/],
  ['answer', /^ans:(?<event>[\w-]{1,64})$/],
  ['receipt', /^team:(?<device>[\w-]{1,64})@(?<receipt>[\w-]{1,64})$/],
  ['pair', /^team:(?<first>[\w-]{1,64})\+(?<second>[\w-]{1,64})$/],
  ['setting', /^set:(?<setting>[a-z-]{1,40})$/],
  ['aside', /^aside:(?<of>[^\0]{1,400})$/],
];

/** Takes a name apart, of whatever origin; `other` is none that any version of the site gives. */
export function parseStorageName(name: string): StorageName {
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(name);
    if (!match) continue;
    const parts = Object.entries(match.groups ?? {}).filter(([, part]) => part !== undefined);
    return { kind, ...Object.fromEntries(parts) } as StorageName;
  }
  return { kind: 'other' };
}

/**
 * The step and the round in which something is typed; `undefined` for what belongs to a run as a whole.
 *
 * @param field of a draft in a run: `note:<round>:<step>`
 */
export function draftPlace(field: string): { step: string; round: number } | undefined {
  const [, round, step] = /^\w+:(\d+):(.+)$/.exec(field) ?? [];
  return step === undefined ? undefined : { step, round: Number(round) };
}

/**
 * The run that a name belongs to, however its ids look; `undefined` when it belongs to none. What
 * another tab wrote under the name of a run is of that run, also when this version cannot use it.
 */
export function runOf(name: string): string | undefined {
  return /^(?:run|done):([^:]*)/.exec(name)?.[1];
}

/** The id of the event that a name stands for, however it looks; `undefined` when it stands for none. */
export function eventOf(name: string): string | undefined {
  return /^run:[^:]*:([^:]*)/.exec(name)?.[1];
}

/** The reference of the role whose mark or count a name stands for; `undefined` when it stands for none. */
export function roleOf(name: string): string | undefined {
  const parts = parseStorageName(name);
  return parts.kind === 'mark' || parts.kind === 'did' ? parts.role : undefined;
}

/** The setting that a name stands for, whether or not this version knows it. */
export function settingOf(name: string): string | undefined {
  const parts = parseStorageName(name);
  return parts.kind === 'setting' ? parts.setting : undefined;
}

/** The hash in the name of a text; `undefined` for other names. */
export function hashOf(name: string): string | undefined {
  return /^text:(.*)/s.exec(name)?.[1];
}

/** What the keys of a site begin with, by a key with a name of ours; `undefined` for other keys. */
export function siteOfKey(key: string): string | undefined {
  return /^([A-Za-z0-9._-]{1,200}):(?:run|done|text|mark|did|draft|train|team|ans|set):/.exec(
    key,
  )?.[1];
}

/** What readers call the settings. */
const SETTING_LABELS: Readonly<Record<Setting, string>> = {
  role: '我的岗位',
  also: '兼任的岗位',
  theme: '深色或浅色',
  last: '上次读到的页',
  exported: '上次导出的时间',
  queries: '最近的搜索',
  found: '刚打开的搜索结果',
  chat: '聊天软件里的提醒',
  seen: '看过的版次',
  learner: '回执上的姓名或工号',
  plans: '有没有开始的培训计划',
  review: '哪天有几题要复习',
};

/** What readers call a setting; one that this version does not know goes by its stored name. */
export function settingLabel(setting: string): string {
  return Object.hasOwn(SETTING_LABELS, setting) ? SETTING_LABELS[setting as Setting] : setting;
}
