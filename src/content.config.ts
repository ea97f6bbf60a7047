import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import {
  aboutSchema,
  documentSchema,
  parseAbout,
  parseDocuments,
  parseStatements,
  statementSchema,
} from './schemas/ledger.ts';
import { editionSchema } from './schemas/edition.ts';
import { handbookSchema } from './schemas/handbook.ts';
import { holidayEntrySchema, parseHolidays } from './schemas/holidays.ts';
import { PLANS_FOLDER, planSchema } from './schemas/plan.ts';
import { parseMoves, movesSchema } from './schemas/register.ts';
import { parseRegulations, regulationSchema, REGULATIONS_FILE } from './schemas/regulation.ts';
import { roleSchema } from './schemas/role.ts';
import { rulePageSchema } from './schemas/rule.ts';
import { parseTerms, termSchema } from './schemas/term.ts';
import { techniqueSchema } from './schemas/technique.ts';
import { workflowSchema } from './schemas/workflow.ts';

/** Loads one section of every handbook; ids are `<handbook>/<section>/<slug>`. */
const section = (name: string) =>
  glob({
    base: './content',
    pattern: `*/${name}/*.mdx`,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });

export const collections = {
  handbooks: defineCollection({
    loader: glob({
      base: './content',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
    }),
    schema: handbookSchema,
  }),
  roles: defineCollection({ loader: section('roles'), schema: roleSchema }),
  workflows: defineCollection({ loader: section('workflows'), schema: workflowSchema }),
  techniques: defineCollection({ loader: section('techniques'), schema: techniqueSchema }),
  editions: defineCollection({
    loader: glob({ base: './content/editions', pattern: '*.yaml' }),
    schema: editionSchema,
  }),
  register: defineCollection({
    loader: file('content/ids.yaml', { parser: parseMoves }),
    schema: movesSchema,
  }),
  holidays: defineCollection({
    loader: file('content/holidays.yaml', { parser: parseHolidays }),
    schema: holidayEntrySchema,
  }),
  regulations: defineCollection({
    // A site may have none.
    loader: existsSync(REGULATIONS_FILE)
      ? file(REGULATIONS_FILE, { parser: parseRegulations })
      : () => [],
    schema: regulationSchema,
  }),
  plans: defineCollection({
    // A site may have none.
    loader: existsSync(PLANS_FOLDER)
      ? glob({ base: `./${PLANS_FOLDER}`, pattern: '*.yaml' })
      : () => [],
    schema: planSchema,
  }),
  terms: defineCollection({
    loader: file('content/glossary/terms.yaml', { parser: parseTerms }),
    // The loader keeps `id` as the entry's key, and in the data as well.
    schema: termSchema,
  }),
  documents: defineCollection({
    loader: file('content/sources/ledger.yaml', { parser: parseDocuments }),
    schema: documentSchema,
  }),
  about: defineCollection({
    loader: file('content/sources/ledger.yaml', { parser: parseAbout }),
    schema: aboutSchema,
  }),
  statements: defineCollection({
    loader: file('content/sources/ledger.yaml', {
      // The loader keeps `id` as the entry's key and hands the rest to the schema.
      parser: (text) =>
        Object.fromEntries(parseStatements(text).map(({ id, ...rest }) => [String(id), rest])),
    }),
    schema: statementSchema,
  }),
  rules: defineCollection({ loader: section('rules'), schema: rulePageSchema }),
};
