import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { siteDay } from '../../dates/site-day';
import { commentTable } from '../registry';
import { beginningOf, dayAfter } from './site-days';
import type { QueueQuery } from './query';

const ESCAPE = '!';

/** A LIKE pattern for "contains", its wildcards escaped. Pure. */
export const patternOf = (text: string): string =>
  `%${text.toLowerCase().replace(/[%_!]/g, (sign) => `${ESCAPE}${sign}`)}%`;

/** Conditions of the requested comments, without columns or order. */
export function askedFor(strapi: Core.Strapi, query: QueueQuery): Knex.QueryBuilder {
  const { table, column, state } = commentTable(strapi);
  const builder: Knex.QueryBuilder = strapi.db.connection(table);
  const dayOf = (moment: Date): string => siteDay(strapi, moment);
  if (query.state !== null) builder.where(state, query.state);
  if (query.reported) builder.where(column('openReports'), '>', 0);
  if (query.subject !== null) builder.where(column('subjectId'), query.subject);
  if (query.language !== null) builder.where(column('language'), query.language);
  if (query.score !== null) builder.where(column('screeningScore'), '>=', query.score);
  if (query.from !== null) builder.where(column('createdAt'), '>=', beginningOf(query.from, dayOf));
  if (query.to !== null) builder.where(column('createdAt'), '<', beginningOf(dayAfter(query.to), dayOf));
  if (query.after !== null) builder.where('id', query.newestFirst ? '<' : '>', query.after);
  if (query.search !== null) {
    const pattern = patternOf(query.search);
    builder.where((either) => {
      for (const attribute of ['body', 'authorName', 'authorEmail']) {
        either.orWhereRaw(`lower(??) like ? escape '${ESCAPE}'`, [column(attribute), pattern]);
      }
    });
  }
  return builder;
}
