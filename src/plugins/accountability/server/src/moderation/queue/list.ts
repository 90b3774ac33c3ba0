import type { Core } from '@strapi/strapi';
import { commentTable, commentsWorkflow } from '../registry';
import { askedFor } from './conditions';
import { columnsOf, queueComments, type CommentRow } from './rows';
import type { QueueCounts, QueuePage } from '../../../../shared/moderation-contract';
import type { QueueQuery } from './query';

/** Comments of one page. */
export const PAGE = 25;

/**
 * A page of comments in the order they came. It goes by row id from where the last page ended, so that the first of
 * very many costs no more than the first of a few.
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

/** How many comments stand in each state, from an index, and how many have open reports. */
export async function queueCounts(strapi: Core.Strapi): Promise<QueueCounts> {
  const { table, column, state } = commentTable(strapi);
  const counted: { state: string; count: number | string }[] = await strapi.db
    .connection(table)
    .groupBy(state)
    .select({ state })
    .count({ count: '*' });
  const reported: { count?: number | string } | undefined = await strapi.db
    .connection(table)
    .where(column('openReports'), '>', 0)
    .count({ count: '*' })
    .first();
  const states = Object.fromEntries(counted.map((row) => [row.state, Number(row.count)]));
  return {
    states,
    waiting: states[commentsWorkflow(strapi).initial] ?? 0,
    reported: Number(reported?.count ?? 0),
  };
}
