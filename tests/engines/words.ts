/** What the flow clicks and reads on the site: the only place that has its selectors and words. */
import type { Place } from './find-place.ts';

/** Pages of the fixture's site, below its base path. */
export const PAGES = {
  home: '',
  handbook: 'agency/',
  role: 'agency/roles/account-executive/',
  workflow: 'service/workflows/complaint/',
  technique: 'agency/techniques/job-order/',
  search: 'search/',
  runs: 'runs/',
  progress: 'progress/',
} as const;

/** Duties of one group, of periods that no day off is left out of. */
export const ROLE = { title: '客户专员', duty: 'next-step-first', another: 'raise-the-client' };

/** An island that takes clicks. */
export const ready = (island: string): Place => ({ css: `.${island}[data-ready]` });

export const CHECKLIST = {
  island: ready('checklist'),
  box: (duty: string): Place => ({ css: `[id="${duty}"] .tick__box` }),
  ticked: (duty: string): Place => ({ css: `[id="${duty}"] .tick__box:checked` }),
  /** The count of the group that the duty stands in. */
  count: { css: '#stance .progress__words' },
};

export const RUN = {
  starter: ready('run-starter'),
  code: { css: '.run-starter input[type="text"]' },
  start: { css: '.run-starter button', name: '开始一次执行' },
  island: ready('runs'),
  title: { css: '#run-title' },
  where: { css: '.walkthrough__where' },
  done: { css: '.walkthrough__done' },
  gate: { css: '.walkthrough .gate__title' },
  outcome: (label: string): Place => ({ css: '.walkthrough .gate__outcome', has: label }),
  signer: { css: '.walkthrough .signatures input' },
  seal: { css: '.walkthrough .seal-mark' },
  undo: { css: '.walkthrough button', name: '撤销' },
  meta: { css: '.run__meta' },
  finish: { css: '.run__ready button', name: '结束执行' },
} satisfies Record<string, Place | ((label: string) => Place)>;

/** The way through the workflow: what each gate is answered with, and where that leads. */
export const GATES = {
  authority: { title: '判断办法是否超出权限', yes: '权限内', no: '要破例或赔付' },
  approval: { title: '报上级批准解决办法', yes: '同意' },
  answer: { title: '客户答复接不接受这个办法', yes: '接受', no: '不接受，另想' },
  result: { title: '客户答复结果是否满意', yes: '满意' },
  /** Where a no sends the work back to. */
  back: '找出合适的解决办法',
};

export const RECORDS = {
  island: ready('records'),
  makeText: { css: 'button', name: '做成文字' },
  part: (number: number): Place => ({ css: 'textarea', name: `第 ${number} 段` }),
  copyPart: (number: number): Place => ({ css: 'button', name: `复制第 ${number} 段` }),
  /** What is said once a part is copied; of the last one that all are. */
  copied: (words: string): Place => ({ css: 'main [role="status"]', has: words }),
  exportFile: { css: 'button', name: '导出全部记录' },
  paste: { css: '.records__paste textarea' },
  readText: { css: 'button', name: '读这段文字' },
  file: { css: 'input.file-picker__input' },
  previewed: { css: '.preview tr[data-fate="new"]', has: '投诉处理' },
  takeIn: { css: '.preview button', name: '导入' },
  takenIn: { css: 'main', has: '已导入' },
  erase: { css: 'button', name: '清除全部记录' },
};

export const SEARCH = {
  phrase: '客户确认',
  field: { css: 'dialog[open] input[type="search"]' },
  /** The results of a phrase. */
  results: (phrase: string): Place => ({
    css: `dialog[open] .search-output[data-filled="${phrase}"]`,
  }),
  first: { css: 'dialog[open] .search-output a[data-match="exact"]' },
};

export const TERM = {
  link: { css: 'main a.term' },
  card: (id: string): Place => ({ css: `#term-${id}` }),
};

export const LINK = {
  item: 'log-complaint',
  link: { css: 'a.self-link[href$="#log-complaint"]' },
  copied: { css: '#log-complaint a.self-link[data-copied]' },
};
