import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { handbookSchema } from './schemas/handbook';
import { roleSchema } from './schemas/role';
import { rulePageSchema } from './schemas/rule';
import { techniqueSchema } from './schemas/technique';
import { workflowSchema } from './schemas/workflow';

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
  rules: defineCollection({ loader: section('rules'), schema: rulePageSchema }),
};
