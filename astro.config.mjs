// @ts-check
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import oklabFunction from '@csstools/postcss-oklab-function';
import { defineConfig } from 'astro/config';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import { readSiteSettings } from './src/build/settings.ts';
import { CLIENT_BUILD } from './src/build/chunks.ts';
import { HEADING_LINKS } from './src/build/heading-links.ts';
import { handbookMarks } from './src/build/handbook-marks.ts';
import { hostFiles } from './src/build/host-files.ts';
import { iconsInCss } from './src/build/icons.ts';
import { siteIdentity } from './src/build/identity.ts';
import contentChecks from './src/checks/integration.ts';
import { MARKDOWN_SYNTAX } from './src/checks/parse/markdown-syntax.ts';
import { precompress } from './src/build/precompress.ts';
import { settlePolicies } from './src/build/seams/page-policy.ts';
import { browserFloor } from './src/build/seams/browser-floor.ts';
import { plainImports } from './src/build/seams/plain-imports.ts';
import { rehypeBaseLinks } from './src/build/rehype-base-links.ts';
import { rehypeTemplateExamples } from './src/build/rehype-template-examples.ts';
import { rehypeTableFrames } from './src/build/rehype-table-frames.ts';
import { rehypeBasePictures } from './src/build/rehype-base-pictures.ts';
import { isWithin, readLeftOut, readPublished } from './src/build/site-file.ts';
import { offlineReading } from './src/offline/build/integration.ts';
import { searchIndex } from './src/search/build/integration.ts';

const settings = readSiteSettings(process.env);

/** @type {readonly string[] | undefined} */
let leftOut;

/** Asked when the content is checked: before, its files may be faulty. */
const leadsNowhere = (/** @type {string} */ address) =>
  isWithin((leftOut ??= readLeftOut()), address);

export default defineConfig({
  ...(settings.siteUrl ? { site: settings.siteUrl } : {}),
  base: settings.basePath,
  outDir: settings.outDir,
  trailingSlash: 'always',
  markdown: {
    processor: unified({
      // Ours, so that the checks read what the build renders; and no mark is put in another's place.
      gfm: false,
      smartypants: false,
      remarkPlugins: [...MARKDOWN_SYNTAX],
      rehypePlugins: [
        // Ids first: the headings' own links need them.
        rehypeHeadingIds,
        [rehypeAutolinkHeadings, HEADING_LINKS],
        rehypeTemplateExamples,
        rehypeTableFrames,
        [rehypeBaseLinks, { base: settings.basePath, leadsNowhere }],
        [rehypeBasePictures, { base: settings.basePath }],
      ],
    }),
    syntaxHighlight: false,
  },
  integrations: [
    contentChecks(),
    siteIdentity({ hasPictures: settings.siteUrl !== undefined }),
    mdx(),
    preact(),
    // Before the compression, which takes in what they write.
    settlePolicies(),
    searchIndex(),
    hostFiles({ base: settings.basePath }),
    // Lists what all of them wrote; the compression adds files that no page asks for.
    offlineReading(settings),
    ...(settings.precompress ? [precompress()] : []),
  ],
  security: {
    csp: {
      scriptDirective: {
        // Pagefind's engine is WebAssembly; this allows its compilation, and no eval of scripts.
        resources: ["'self'", "'wasm-unsafe-eval'"],
      },
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "worker-src 'self'",
      ],
    },
  },
  build: { assets: '_astro', inlineStylesheets: 'never' },
  vite: {
    plugins: [plainImports(), browserFloor()],
    css: {
      postcss: {
        plugins: [
          handbookMarks(readPublished),
          iconsInCss(),
          // Colours in sRGB alone: all of them lie within it, and every page carries them.
          oklabFunction({ preserve: false, subFeatures: { displayP3: false } }),
        ],
      },
    },
    define: { 'import.meta.env.PUBLIC_SITE_KEY': JSON.stringify(settings.siteKey) },
    environments: { client: { build: CLIENT_BUILD } },
    build: {
      // Astro's own marker directives in MDX modules are of no use to the bundler, which says so
      // once for each page.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1', port: 4321 },
});
