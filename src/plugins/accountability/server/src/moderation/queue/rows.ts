import type { Core } from '@strapi/strapi';
import { agenciesOf } from '../agencies';
import { commentTable, comments } from '../registry';
import { titlesOf } from '../../workflow/titles';
import { versionsOf } from './versions';
import type { QueueComment, ReasonView, ThreadComment } from '../../../../shared/moderation-contract';

/** A comment's row as the queue reads it. */
export interface CommentRow {
  readonly id: number;
  readonly documentId: string;
  readonly authorName: string;
  readonly authorEmail: string | null;
  readonly body: string;
  readonly language: string | null;
  readonly official: boolean | number | null;
  readonly createdAt: string | number | Date;
  readonly state: string;
  readonly score: number | null;
  readonly reasons: unknown;
  readonly openReports: number | null;
  readonly subjectId: string | null;
  readonly parentId: string | null;
}

/** Columns by the names of a `CommentRow`. */
export function columnsOf(strapi: Core.Strapi): Record<keyof CommentRow, string> {
  const { column, state } = commentTable(strapi);
  return {
    id: 'id',
    documentId: column('documentId'),
    authorName: column('authorName'),
    authorEmail: column('authorEmail'),
    body: column('body'),
    language: column('language'),
    official: column('official'),
    createdAt: column('createdAt'),
    state,
    score: column('screeningScore'),
    reasons: column('screeningReasons'),
    openReports: column('openReports'),
    subjectId: column('subjectId'),
    parentId: column('parentId'),
  };
}

/** A comment as part of a thread. Pure. */
export const threadComment = (row: CommentRow): ThreadComment => ({
  documentId: row.documentId,
  authorName: row.authorName,
  body: row.body,
  official: Boolean(row.official),
  state: row.state,
  createdAt: new Date(row.createdAt).toISOString(),
});

/** Reasons as stored: JSON text in one database, a value in the other, null in older rows. Pure. */
export function reasonsIn(stored: unknown): ReasonView[] {
  const value: unknown = typeof stored === 'string' ? parsed(stored) : stored;
  return Array.isArray(value) ? (value as ReasonView[]) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Rows with their subjects and parents: a fixed number of statements for any number of rows. Deleted documents are
 * marked as missing.
 * @param language of titles and names, where available
 */
export async function queueComments(
  strapi: Core.Strapi,
  rows: readonly CommentRow[],
  language: string,
): Promise<QueueComment[]> {
  const { contentType, workflow } = comments(strapi);
  const titles = await subjectTitles(strapi, rows, language);
  const parents = await parentsOf(strapi, rows);
  const versions = await versionsOf(
    strapi,
    { contentType, workflow: workflow.name },
    rows.map(({ documentId }) => documentId),
  );
  const agencies = await agenciesOf(
    strapi,
    rows.filter(({ official }) => official).map(({ id }) => id),
    language,
  );
  return rows.map((row) => ({
    ...threadComment(row),
    authorEmail: row.authorEmail,
    language: row.language,
    agency: agencies.get(row.id)?.name ?? null,
    version: versions.get(row.documentId) ?? 0,
    score: row.score,
    reasons: reasonsIn(row.reasons),
    openReports: row.openReports ?? 0,
    subject: { documentId: row.subjectId, title: titles.get(row.subjectId ?? '') ?? null },
    parent: parents.get(row.parentId ?? '') ?? null,
  }));
}

/** Titles of the subjects of some comments; deleted ones are missing. */
export async function subjectTitles(
  strapi: Core.Strapi,
  rows: readonly Pick<CommentRow, 'subjectId'>[],
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const { contentType } = comments(strapi).subject;
  const ids = new Set(rows.flatMap(({ subjectId }) => subjectId ?? []));
  const subjects = [...ids].map((subjectId) => ({ subjectType: contentType, subjectId }));
  const titles = await titlesOf(strapi, subjects, [language]);
  return new Map([...titles].map(([id, title]) => [id, title ?? '']));
}

async function parentsOf(
  strapi: Core.Strapi,
  rows: readonly CommentRow[],
): Promise<ReadonlyMap<string, ThreadComment>> {
  const ids = [...new Set(rows.flatMap(({ parentId }) => parentId || []))];
  if (ids.length === 0) return new Map();
  const { table, column } = commentTable(strapi);
  const parents: CommentRow[] = await strapi.db
    .connection(table)
    .select(columnsOf(strapi))
    .whereIn(column('documentId'), ids);
  return new Map(parents.map((row) => [row.documentId, threadComment(row)]));
}
