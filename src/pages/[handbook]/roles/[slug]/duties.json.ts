import type { APIRoute } from 'astro';
import { checklistOf } from '../../../../handbook/checklist.ts';
import { getSite } from '../../../../handbook/collections.ts';
import { sectionPaths } from '../../../../handbook/paths.ts';
import type { RolePage } from '../../../../handbook/types.ts';

/** What 今天 needs (`islands/today/`) to list a role's acts: a small file beside the role's page. */
export const getStaticPaths = () => sectionPaths('roles');

export const GET: APIRoute<{ page: RolePage }> = async ({ props: { page } }) => {
  const { acts } = checklistOf(await getSite(), page);
  const duties = acts.flatMap((group) =>
    group.duties.map(({ id, text, cadence, was }) => ({
      id,
      text,
      cadence,
      ...(was ? { was } : {}),
    })),
  );
  return new Response(JSON.stringify(duties), { headers: { 'content-type': 'application/json' } });
};
