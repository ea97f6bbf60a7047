import type { APIRoute } from 'astro';
import { checklistOf } from '../../../../handbook/checklist';
import { getSite } from '../../../../handbook/collections';
import { sectionPaths } from '../../../../handbook/paths';
import type { RolePage } from '../../../../handbook/site';

/** What the home page needs (`islands/MyDuties.tsx`) to count a role's acts: a small file beside the role's page. */
export const getStaticPaths = () => sectionPaths('roles');

export const GET: APIRoute<{ page: RolePage }> = async ({ props: { page } }) => {
  const { acts } = checklistOf(await getSite(), page);
  const duties = acts.flatMap((group) =>
    group.duties.map(({ id, cadence, was }) => ({ id, cadence, ...(was ? { was } : {}) })),
  );
  return new Response(JSON.stringify(duties), { headers: { 'content-type': 'application/json' } });
};
