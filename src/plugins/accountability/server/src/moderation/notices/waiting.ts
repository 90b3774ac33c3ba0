import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findWorkflow, workflowConfig } from '../../workflow/registry';
import { commentTable, comments } from '../registry';
import type { DigestData } from './digest';
import { subjectTitles } from './subject-titles';

/** Comments listed in a digest. */
const SHOWN = 20;
/** Upper bound of the comments that clock differences of instances may affect. */
const LATEST = 100;

/** Interval in which comments count as new; null for the beginning. */
export interface Since {
  readonly from: Date | null;
  readonly until: Date;
}

const queries = (strapi: Core.Strapi) => {
  const { contentType, workflow } = comments(strapi);
  const { initial } = findWorkflow(workflowConfig(strapi), contentType, workflow.name);
  const { table, column, state } = commentTable(strapi);
  const among =
    (attribute: string, { from, until }: Since) =>
    (query: Knex.QueryBuilder) => {
      void query.where(column(attribute), '<', until);
      if (from) void query.where(column(attribute), '>=', from);
    };
  return {
    waiting: () => strapi.db.connection(table).where(state, initial),
    reported: () =>
      strapi.db.connection(table).where(state, workflow.approved).where(column('openReports'), '>', 0),
    fresh: (since: Since) => among('createdAt', since),
    reportedAnew: (since: Since) => among('reportedAt', since),
  };
};

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = (await query.count({ count: '*' }).first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}

/** Whether there are new comments since the last digest. Cheap, however many wait. */
export async function isAnythingNew(strapi: Core.Strapi, since: Since): Promise<boolean> {
  const { column } = commentTable(strapi);
  const { waiting, reported, fresh, reportedAnew } = queries(strapi);
  const latest: unknown = await strapi.db.connection
    .from(
      waiting()
        .select({ id: 'id', [column('createdAt')]: column('createdAt') })
        .orderBy('id', 'desc')
        .limit(LATEST)
        .as('latest'),
    )
    .modify(fresh(since))
    .first('id');
  if (latest) return true;
  return Boolean(await reported().modify(reportedAnew(since)).first('id'));
}

/**
 * Content of a digest; null without anything new.
 * @param languages of the titles, where available
 */
export async function loadDigestData(
  strapi: Core.Strapi,
  since: Since,
  languages: readonly string[],
): Promise<DigestData | null> {
  if (!(await isAnythingNew(strapi, since))) return null;
  const { column } = commentTable(strapi);
  const { waiting, reported, fresh } = queries(strapi);
  const rows: { subjectId: string | null; authorName: string; body: string }[] = await waiting()
    .modify(fresh(since))
    .orderBy('id')
    .limit(SHOWN)
    .select({
      subjectId: column('subjectId'),
      authorName: column('authorName'),
      body: column('body'),
    });
  const titles = await subjectTitles(
    strapi,
    rows.map(({ subjectId }) => subjectId ?? ''),
    languages,
  );
  return {
    waiting: await countOf(waiting()),
    fresh: await countOf(waiting().modify(fresh(since))),
    reported: await countOf(reported()),
    comments: rows.map(({ subjectId, authorName, body }) => ({
      titles: titles.get(subjectId ?? '') ?? { [languages[0]!]: String(subjectId) },
      authorName,
      body,
    })),
  };
}
