/** The site's model from the files alone, without a build: for reports on the content. */
import { parse } from 'yaml';
import { readContent } from '../../src/checks/read.ts';
import { readSiteFile } from '../../src/build/site-file.ts';
import { buildSite } from '../../src/handbook/site.ts';
import type { Site, SourceEntry } from '../../src/handbook/types.ts';
import { editionSchema } from '../../src/schemas/edition.ts';
import { handbookSchema } from '../../src/schemas/handbook.ts';
import { movesSchema, parseMoves } from '../../src/schemas/register.ts';
import { roleSchema } from '../../src/schemas/role.ts';
import { rulePageSchema } from '../../src/schemas/rule.ts';
import { techniqueSchema } from '../../src/schemas/technique.ts';
import { parseTerms, termSchema } from '../../src/schemas/term.ts';
import { workflowSchema } from '../../src/schemas/workflow.ts';

interface Schema<T> {
  parse: (value: unknown) => T;
}

/**
 * Reads pages, terms, editions and moves; sources, holidays and regulations are left empty.
 *
 * @throws Error of the schema for content that the editor's checks refuse: `npm run ids` says where
 */
export function readSite(root = '.'): Site {
  const files = new Map(readContent(root).map(({ path, text }) => [path, text]));
  const textOf = (path: string) => files.get(path) ?? '';
  const pages = <T>(schema: Schema<T>, pattern: RegExp): SourceEntry<T>[] =>
    [...files].flatMap(([path, text]) => {
      const id = pattern.exec(path)?.[1];
      const [, front, body] = /^---\n([^]*?)\n---\n?([^]*)$/.exec(text) ?? [];
      return id && front ? [{ id, data: schema.parse(parse(front)), body: body ?? '' }] : [];
    });
  const section = (name: string) => new RegExp(`^content/([a-z0-9-]+/${name}/[a-z0-9-]+)\\.mdx$`);
  return buildSite({
    identity: readSiteFile(root),
    handbooks: pages(handbookSchema, /^content\/([a-z0-9-]+)\/index\.mdx$/),
    roles: pages(roleSchema, section('roles')),
    workflows: pages(workflowSchema, section('workflows')),
    techniques: pages(techniqueSchema, section('techniques')),
    rules: pages(rulePageSchema, section('rules')),
    terms: parseTerms(textOf('content/glossary/terms.yaml')).map((term) => ({
      id: String(term['id']),
      data: termSchema.parse(term),
    })),
    editions: [...files].flatMap(([path, text]) =>
      path.startsWith('content/editions/')
        ? [{ id: path, data: editionSchema.parse(parse(text)) }]
        : [],
    ),
    register: Object.entries(parseMoves(textOf('content/ids.yaml'))).map(([id, data]) => ({
      id,
      data: movesSchema.parse(data),
    })),
    about: [],
    documents: [],
    statements: [],
    holidays: [],
    regulations: [],
    plans: [],
  });
}
