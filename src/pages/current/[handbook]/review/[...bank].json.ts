import type { APIRoute } from 'astro';
import { getSite } from '../../../../handbook/collections.ts';
import { publishedBanks } from '../../../../handbook/review/published-banks.ts';
import { bankPath, type QuestionBank } from '../../../../model/review-question.ts';

/** The review questions of one page, or of a handbook's terms. */
export async function getStaticPaths() {
  return publishedBanks(await getSite()).map((bank) => {
    const [, handbook, name] =
      /^\/current\/([^/]+)\/review\/(.+)\.json$/.exec(bankPath(bank.page)) ?? [];
    return { params: { handbook, bank: name }, props: { bank } };
  });
}

export const GET: APIRoute<{ bank: QuestionBank }> = ({ props }) =>
  new Response(JSON.stringify(props.bank), { headers: { 'content-type': 'application/json' } });
