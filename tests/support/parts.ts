/** Sites that publish a part of the handbooks, or one of their own beside them. */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { readSiteFile } from '../../src/build/site-file.ts';
import { SITE_FILE } from '../../src/schemas/site.ts';
import { EditedContent } from '../edits/edited-content.ts';
import { PublishedCopy } from './published-copy.ts';
import { FIXTURE, variantEnv } from './variants.ts';

export interface Part {
  /** What is published, in this order. */
  readonly handbooks: readonly string[];
  /** What the site says of itself beside that. */
  readonly identity?: Readonly<Record<string, string>>;
  /** Folder of a handbook that is added to the content: its name is the handbook's. */
  readonly own?: string;
  /** The last of the handbooks, begun with `npm run new`, and its title. */
  readonly begun?: readonly [slug: string, title: string];
  /** Set beside the root variant's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The builds of parts that every run of the tests looks at. */
export const PARTS = {
  /** One handbook, under another name. */
  one: {
    outDir: './dist-test/one',
    handbooks: ['agency'],
    identity: { title: '星河传媒客户手册', seal: '星', company: '星河传媒', fileName: 'xinghe' },
    // A site that knows its address names the pictures of its links: here, those that are drawn.
    // And it offers no reading without a network.
    env: { SITE_URL: 'https://handbook.example.com', OFFLINE: '0' },
  },
  /** A handbook of one's own before two of the three, and one that is begun. */
  own: {
    outDir: './dist-test/own',
    handbooks: ['sales', 'service', 'key-accounts', 'training'],
    identity: {
      title: '远舟贸易工作手册',
      seal: '舟',
      company: '远舟贸易有限公司',
      footer: '由人力资源部编，有问题找前台。',
    },
    own: 'tests/fixtures/handbooks/sales',
    begun: ['training', '培训部'],
  },
} as const satisfies Record<string, Part & { readonly outDir: string }>;
export type PartName = keyof typeof PARTS;

/** Every choice of one, two or all of the handbooks that are written. */
export function subsetsOf(handbooks: readonly string[]): string[][] {
  return handbooks
    .reduce<string[][]>((all, each) => [...all, ...all.map((some) => [...some, each])], [[]])
    .filter((some) => some.length > 0);
}

/**
 * Builds a part.
 *
 * @param from a folder with the content of which it is a part
 * @returns what the build says
 * @throws Error with the build's output when it fails
 */
export function buildPart(
  { handbooks, identity, own, begun, env }: Part,
  outDir: string,
  from = FIXTURE,
): string {
  const copy = new PublishedCopy(from);
  try {
    const { title, seal, lead } = readSiteFile(from);
    copy.write(
      SITE_FILE.replace('content/', ''),
      stringify({
        ...{ title, seal, lead, ...identity },
        handbooks: handbooks.filter((slug) => slug !== begun?.[0]),
      }),
    );
    if (own) {
      const slug = own.slice(own.lastIndexOf('/') + 1);
      cpSync(own, join(copy.root, 'content', slug), { recursive: true });
      copy.edit('editions/1.yaml', [
        /^changes:\n/m,
        `changes:\n  - { ref: ${slug}, kind: added, what: 手册成册。, why: 新来的人要用。, material: true }\n`,
      ]);
      copy.register();
    }
    if (begun) new EditedContent(copy).begin('handbook', begun[0], '--title', begun[1]);
    return copy.build({ ...variantEnv('root'), ...env, OUT_DIR: resolve(outDir) });
  } finally {
    copy.remove();
  }
}
