import { resolve } from 'node:path';
import { PublishedCopy } from './published-copy.ts';
import { runPackage } from './run-package.ts';

/** Has the content that tests of behaviour stand on: `tests/fixtures/README.md`. */
export const FIXTURE = 'tests/fixtures/handbook';

/** The builds that the tests look at; each is made once and shared by all suites. */
export const VARIANTS = {
  root: { outDir: './dist-test/root', env: {} },
  /** The site of the fixture's content. */
  fixture: { outDir: './dist-test/fixture', env: {} },
  subPath: {
    outDir: './dist-test/sub-path',
    env: {
      BASE_PATH: '/kehubu/',
      SITE_URL: 'https://handbook.example.com',
      NOINDEX: '1',
      FEEDBACK_URL: 'mailto:handbook@example.com',
      PRECOMPRESS: '1',
    },
  },
} as const;

/**
 * Where the fixture's site lies once more, published anew with changes in one workflow: what a run that
 * began before them finds when its reader comes back.
 */
export const NEXT_EDITION_DIR = './dist-test/next-edition';

export type Variant = keyof typeof VARIANTS;

/** The environment of a variant; what the caller's own environment sets does not leak in. */
export function variantEnv(variant: Variant): Record<string, string | undefined> {
  const { outDir, env } = VARIANTS[variant];
  return {
    ...process.env,
    SITE_URL: undefined,
    BASE_PATH: undefined,
    SITE_KEY: undefined,
    NOINDEX: undefined,
    FEEDBACK_URL: undefined,
    PRECOMPRESS: undefined,
    OFFLINE: undefined,
    ...env,
    // Set by Vitest, and taken by Astro for a base of its own.
    BASE_URL: undefined,
    OUT_DIR: outDir,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Builds a variant. @throws Error with the build's output when it fails */
export function buildVariant(variant: Variant): void {
  if (variant === 'fixture') {
    withFixture((copy) => publish(copy, VARIANTS.fixture.outDir));
    return;
  }
  const build = runPackage('astro', ['build'], { env: variantEnv(variant) });
  if (build.status !== 0) {
    throw new Error(`The build "${variant}" failed:\n${build.stdout}\n${build.stderr}`);
  }
}

const COMPLAINT = 'service/workflows/complaint';

const STANDING = 'agency/rules/standing';
const STANDING_NEXT = 'agency/rules/our-standing';

const NEXT_EDITION = `number: 2
date: 2026-12-01
title: 第二版
summary: 投诉处理改了几步。
changes:
  - { ref: ${COMPLAINT}, kind: changed, what: 投诉处理改了几步。, why: 更快回复客户。, material: true }
  - { ref: ${COMPLAINT}#reply-within-24-hours, kind: changed, what: 时限由 24 小时改为 12 小时。, why: 更快回复客户。, material: true }
${[STANDING_NEXT, 'account-director', 'account-manager', 'account-executive']
  .map((page) => (page.includes('/') ? page : `agency/roles/${page}`))
  .map(
    (ref) => `  - { ref: ${ref}, kind: changed, what: 改了名字。, why: 更好懂。, material: false }`,
  )
  .join('\n')}
`;

/**
 * Builds the next edition of the fixture's site. In 投诉处理 one step is added, one reworded, one
 * renamed in the register, and one is gone; a page of rules has moved, and one of its items elsewhere.
 */
export function buildNextEdition(): void {
  withFixture((copy) => {
    toNextEdition(copy);
    publish(copy, NEXT_EDITION_DIR);
  });
}

/**
 * Builds the fixture's site as a host would have it: packed, under a base path.
 *
 * @param edition the one it has, or the next one
 */
export function buildForHost(edition: 1 | 2, base: string, outDir: string): void {
  withFixture((copy) => {
    if (edition === 2) toNextEdition(copy);
    publish(copy, outDir, { BASE_PATH: base, PRECOMPRESS: '1' });
  });
}

/** Changes the fixture's content to that of its next edition. */
function toNextEdition(copy: PublishedCopy): void {
  copy.edit(
    `${COMPLAINT}.mdx`,
    // reworded
    ['title: 24 小时内首次回复客户', 'title: 12 小时内首次回复客户'],
    // renamed
    ['- id: log-complaint', '- id: write-complaint-log'],
    // added, before the reworded one
    [
      /( {6})- id: reply-within-24-hours\n/,
      `$1- id: name-an-owner
        title: 写明这件投诉由谁负责
        short: 定负责人
        by: account-manager
        kind: action
        doneWhen: 投诉记录上有一个人的名字
        origin: editorial
$1- id: reply-within-24-hours\n`,
    ],
    ['<Step id="log-complaint">', '<Step id="write-complaint-log">'],
    // gone
    [/ {6}- id: receive-complaint\n(?: {8}.*\n)+/, ''],
    [/<Step id="receive-complaint">[^]*?<\/Step>\n/, ''],
  );
  copy.edit('glossary/terms.yaml', [
    `${COMPLAINT}#log-complaint`,
    `${COMPLAINT}#write-complaint-log`,
  ]);
  copy.move(STANDING, STANDING_NEXT);
  copy.edit(`${STANDING_NEXT}.mdx`, [/ {2}- id: not-covered\n(?: {4}.*\n)+/, '']);
  copy.edit('ids.yaml', [
    /moved: \[\]\nretired: \[\]\n/,
    `moved:
  - { from: ${COMPLAINT}#log-complaint, to: ${COMPLAINT}#write-complaint-log, since: 2026-12-01 }
  - { from: ${STANDING}, to: ${STANDING_NEXT}, since: 2026-12-01 }
  - { from: ${STANDING}#not-covered, to: agency/rules/conduct#speak-inside, since: 2026-12-01 }
retired:
  - { ref: ${COMPLAINT}#receive-complaint, why: 并入写投诉记录。, since: 2026-12-01 }
`,
  ]);
  copy.write('editions/2.yaml', NEXT_EDITION);
  copy.register();
}

function withFixture(work: (copy: PublishedCopy) => void): void {
  const copy = new PublishedCopy(FIXTURE);
  try {
    work(copy);
  } finally {
    copy.remove();
  }
}

function publish(copy: PublishedCopy, outDir: string, env: Record<string, string> = {}): void {
  copy.build({ ...variantEnv('fixture'), ...env, OUT_DIR: resolve(outDir) });
}
