import type { Core } from '@strapi/strapi';
import { commentTable, commentsWorkflow } from '../registry';
import { askedFor } from './conditions';
import { columnsOf, queueComments, type CommentRow } from './rows';
import type { QueueCounts, QueuePage } from '../../../../shared/moderation-contract';
import type { QueueQuery } from './query';

/** Comments of one page. */
export const PAGE = 25;

/**
 * A page of comments in chronological order. Keyset pagination by row id, so that the first page of very many costs
 * no more than that of a few.
 */
export async function queuePage(
  strapi: Core.Strapi,
  query: QueueQuery,
  language: string,
): Promise<QueuePage> {
  const found: CommentRow[] = await askedFor(strapi, query)
    .select(columnsOf(strapi))
    .orderBy('id', query.newestFirst ? 'desc' : 'asc')
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return {
    comments: await queueComments(strapi, rows, language),
    next: found.length > PAGE ? String(rows.at(-1)?.id) : null,
  };
}

/**
 * Number of comments in each state, and with open reports, among those a query selects; its state, reports and page
 * are ignored, since they are what is counted.
 */
export async function queueCounts(strapi: Core.Strapi, query: QueueQuery): Promise<QueueCounts> {
  const { state } = commentTable(strapi);
  const among = { ...query, state: null, reported: false, after: null };
  const counted: { state: string; count: number | string }[] = await askedFor(strapi, among)
    .groupBy(state)
    .select({ state })
    .count({ count: '*' });
  const reported: { count?: number | string } | undefined = await askedFor(strapi, {
    ...among,
    reported: true,
  })
    .count({ count: '*' })
    .first();
  const states = Object.fromEntries(counted.map((row) => [row.state, Number(row.count)]));
  return {
    states,
    waiting: states[commentsWorkflow(strapi).initial] ?? 0,
    reported: Number(reported?.count ?? 0),
  };
}
