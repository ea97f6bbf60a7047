import { spawnSync } from 'node:child_process';

/** The builds that the tests look at; each is made once and shared by all suites. */
export const VARIANTS = {
  root: { outDir: './dist-test/root', env: {} },
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
    ...env,
    // Set by Vitest, and taken by Astro for a base of its own.
    BASE_URL: undefined,
    OUT_DIR: outDir,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Builds a variant. @throws Error with the build's output when it fails */
export function buildVariant(variant: Variant): void {
  const build = spawnSync('astro', ['build'], { encoding: 'utf8', env: variantEnv(variant) });
  if (build.status !== 0) {
    throw new Error(`The build "${variant}" failed:\n${build.stdout}\n${build.stderr}`);
  }
}
