import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readHistory } from '../../workflow/history';
import { workflowConfig } from '../../workflow/registry';
import { Refusal } from '../refusal';
import { commentTable, comments, commentsWorkflow } from '../registry';
import { reportsOf } from '../report-comment';
import { columnsOf, queueComments, subjectTitles, threadComment, type CommentRow } from './rows';
import type { CommentContext } from '../../../../shared/moderation-contract';

const REPLIES = 20;
const OTHERS = 10;
/** Maximum number of an author's comments that are counted, so that a prolific one does not slow the page down. */
const COUNTED = 200;
const REPORTS = 50;

/**
 * A comment's row.
 * @param connection the running transaction, if there is one: SQLite has no second connection
 * @throws Refusal 404
 */
export async function commentRow(
  strapi: Core.Strapi,
  documentId: string,
  connection: Knex = strapi.db.connection,
): Promise<CommentRow> {
  const { column } = commentTable(strapi);
  const row = (await selected(strapi, connection)
    .where({ [column('documentId')]: documentId })
    .first()) as CommentRow | undefined;
  if (!row) throw new Refusal({ status: 404, code: 'UNKNOWN_COMMENT' });
  return row;
}

const selected = (strapi: Core.Strapi, connection: Knex = strapi.db.connection): Knex.QueryBuilder =>
  connection(commentTable(strapi).table).select(columnsOf(strapi));

/**
 * The context of a comment: its thread, other comments of its author with their states, its reports, and its moves.
 * @throws Refusal 404
 */
export async function commentContext(
  strapi: Core.Strapi,
  documentId: string,
  language: string,
): Promise<CommentContext> {
  const row = await commentRow(strapi, documentId);
  const [comment] = await queueComments(strapi, [row], language);
  const others = await othersOf(strapi, row);
  const titles = await subjectTitles(strapi, others, language);
  const { reportReasons } = comments(strapi);
  const { languages } = workflowConfig(strapi);
  const history = await readHistory(strapi, [commentsWorkflow(strapi)], languages, [documentId], 'panel');
  const reports = await reportsOf(strapi, documentId);
  return {
    comment: comment!,
    replies: await repliesAround(strapi, row),
    author: {
      comments: others.map((other) => ({
        ...threadComment(other),
        subjectTitle: titles.get(other.subjectId ?? '') ?? null,
      })),
      states: await outcomesOf(strapi, row),
    },
    reports: reports.slice(0, REPORTS).map((report) => ({
      ...report,
      labels: reportReasons.find(({ code }) => code === report.reason)?.labels ?? {},
    })),
    history: history.map(({ sequence, transition, labels, to, at, reason, actor }) => ({
      sequence,
      transition,
      labels,
      to: to.code,
      at,
      reason,
      actor: { kind: actor.kind, name: actor.name ?? null, label: actor.label },
    })),
  };
}

/** The latest answers of a comment's thread, without the comment itself. */
async function repliesAround(strapi: Core.Strapi, { id, documentId, subjectId, parentId }: CommentRow) {
  const { column } = commentTable(strapi);
  const rows = (await selected(strapi)
    .where({ [column('subjectId')]: subjectId, [column('parentId')]: parentId || documentId })
    .whereNot({ id })
    .orderBy('id', 'desc')
    .limit(REPLIES)) as CommentRow[];
  return rows.reverse().map(threadComment);
}

const fromAuthor = (strapi: Core.Strapi, { id, authorEmail }: CommentRow): Knex.QueryBuilder =>
  strapi.db
    .connection(commentTable(strapi).table)
    .where({ [commentTable(strapi).column('authorEmail')]: authorEmail })
    .whereNot({ id })
    .orderBy('id', 'desc');

/** The latest other comments from the same address; none where there is no address. */
async function othersOf(strapi: Core.Strapi, row: CommentRow): Promise<CommentRow[]> {
  if (!row.authorEmail) return [];
  return fromAuthor(strapi, row).select(columnsOf(strapi)).limit(OTHERS);
}

async function outcomesOf(strapi: Core.Strapi, row: CommentRow): Promise<Record<string, number>> {
  if (!row.authorEmail) return {};
  const { state } = commentTable(strapi);
  const latest = fromAuthor(strapi, row).select({ state }).limit(COUNTED).as('latest');
  const counted: { state: string; count: number | string }[] = await strapi.db.connection
    .from(latest)
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  return Object.fromEntries(counted.map((one) => [one.state, Number(one.count)]));
}
