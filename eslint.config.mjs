import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import * as importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import tseslint from 'typescript-eslint';

/**
 * The house's import direction (src/README.md): what each folder of src/ may import.
 * Everything else of src/ is out of bounds for it.
 */
const MAY_IMPORT = {
  model: [],
  schemas: ['model'],
  checks: ['schemas', 'model'],
  build: ['schemas', 'share', 'model'],
  handbook: ['build', 'schemas', 'model'],
  progress: ['model'],
  stores: ['progress', 'model'],
  'offline/shared': ['model'],
  'offline/build': ['offline/shared', 'build', 'schemas', 'model'],
  'offline/worker': ['offline/shared', 'model'],
  'offline/page': ['offline/shared', 'stores', 'model'],
  'search/build': ['checks', 'handbook', 'build', 'schemas', 'model'],
  'search/query': ['model'],
  share: ['model'],
  islands: [
    'stores',
    'search/query',
    'offline/page',
    'offline/shared',
    'progress',
    'model',
    'styles',
  ],
  'page-scripts': [
    'islands',
    'stores',
    'search/query',
    'offline/page',
    'progress',
    'model',
    'styles',
  ],
  components: ['islands', 'handbook', 'build', 'schemas', 'share', 'model', 'styles'],
  layouts: [
    'components',
    'page-scripts',
    'islands',
    'handbook',
    'build',
    'share',
    'model',
    'stores',
    'styles',
  ],
  pages: [
    'layouts',
    'components',
    'page-scripts',
    'islands',
    'handbook',
    'build',
    'share',
    'model',
    'styles',
  ],
};

/**
 * Beginnings of the names of stored values (`src/model/storage-names.ts` lists them), as they would stand
 * in a string, a template or a pattern.
 */
const STORED = '(run|done|text|mark|did|draft|train|team|ans|set|aside)';
const NAMES_ELSEWHERE =
  'Names of stored values are built and taken apart in src/model/storage-names.ts.';
const STORAGE_NAMES = [
  `Literal[value=/^${STORED}:/]`,
  `TemplateElement[value.raw=/^${STORED}:/]`,
  `Literal[regex.pattern=/(^|\\W)${STORED}[)]?:/]`,
  'TemplateLiteral > Identifier[name="SITE_KEY"]',
  'BinaryExpression[operator="+"] > Identifier[name="SITE_KEY"]',
].map((selector) => ({ selector, message: NAMES_ELSEWHERE }));

const zones = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [...new Set([folder, ...allowed])].map((name) => `./${name}`),
  message: `src/${folder}/ may import from: ${allowed.join(', ') || 'itself only'}.`,
}));

export default tseslint.config(
  {
    ignores: ['dist', 'dist-*', '.astro', 'node_modules', 'test-results', 'tests/fixtures/stored'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-recommended'],
  {
    files: ['src/**/*.tsx'],
    ...jsxA11y.configs.recommended,
  },
  {
    files: ['src/**/*.tsx'],
    rules: {
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { roles: ['group', 'tabpanel'] }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    plugins: { 'import-x': importX.importX },
    settings: {
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.astro', '.mjs', '.css'] }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/tests/**'], message: 'src/ imports nothing from tests/.' }] },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    ignores: ['src/stores/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Only src/stores/ touches storage.' },
        { name: 'sessionStorage', message: 'Only src/stores/ touches storage.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    ignores: ['src/model/{storage-names,setting-names,parse-storage-name}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...STORAGE_NAMES] },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    ignores: ['src/handbook/collections.ts', 'src/content.config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'astro:content',
              // Pages render an entry that the model handed to them.
              allowImportNames: ['render'],
              message: 'Only handbook/collections.ts touches astro:content.',
            },
          ],
          patterns: [{ group: ['**/tests/**'], message: 'src/ imports nothing from tests/.' }],
        },
      ],
    },
  },
  {
    rules: {
      // A frame that scrolls sideways must be reachable by keyboard.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group', 'tabpanel'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: [
      'tests/**',
      'scripts/**',
      '.ci/**',
      '*.mjs',
      '*.config.ts',
      'src/checks/register/ids.ts',
      'src/checks/register/edition.ts',
    ],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
