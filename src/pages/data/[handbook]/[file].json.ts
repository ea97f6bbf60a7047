import type { APIRoute } from 'astro';
import { getSite } from '../../../handbook/collections.ts';
import { templateOf, templatePath } from '../../../handbook/workflow-template.ts';
import type { WorkflowTemplate } from '../../../model/template.ts';

/** The templates that runs freeze when they start, one file for each workflow and content. */
export async function getStaticPaths() {
  const site = await getSite();
  return site.handbooks.flatMap((handbook) =>
    handbook.workflows.map((workflow) => {
      const template = templateOf(site, workflow);
      const file = templatePath(template)
        .split('/')
        .at(-1)
        ?.replace(/\.json$/, '');
      return { params: { handbook: handbook.slug, file }, props: { template } };
    }),
  );
}

export const GET: APIRoute<{ template: WorkflowTemplate }> = ({ props }) =>
  new Response(JSON.stringify(props.template), {
    headers: { 'content-type': 'application/json' },
  });
