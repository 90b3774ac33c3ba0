import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { agenciesOf, type Agency } from './agencies';
import { knownCount } from './known-counts';
import { commentTable, comments } from './registry';
import { publishedSubject } from './commented-document';
import type { CommentsQuery } from './read-query';

/** Answers included with each comment; further ones are read with `parent`. */
const ANSWERS = 50;

/** The public representation of a comment: these fields and no others. Text is plain text, not escaped. */
export interface PublicComment {
  readonly documentId: string;
  readonly authorName: string;
  readonly body: string;
  readonly locale: string | null;
  readonly official: boolean;
  /** Agency of an official answer. */
  readonly agency: Agency | null;
  readonly createdAt: string;
}

export interface CommentThread extends PublicComment {
  readonly replies: readonly PublicComment[];
  readonly repliesCount: number;
}

export interface CommentsPage {
  readonly data: readonly (CommentThread | PublicComment)[];
  readonly meta: {
    readonly pagination: {
      readonly page: number;
      readonly pageSize: number;
      readonly pageCount: number;
      readonly total: number;
    };
  };
}

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly authorName: string;
  readonly body: string;
  readonly locale: string | null;
  readonly official: boolean | number | null;
  readonly createdAt: string | number | Date;
  readonly parentId: string;
}

/**
 * A page of the approved comments on a published subject.
 * @param language of the names of agencies
 * @throws Refusal 404
 */
export async function readComments(
  strapi: Core.Strapi,
  subjectId: string,
  query: CommentsQuery,
  language: string,
): Promise<CommentsPage> {
  await publishedSubject(strapi, subjectId);
  const { page, pageSize, newestFirst, locale, parent } = query;
  const { column } = commentTable(strapi);
  const wanted = () => {
    const builder = approved(strapi, subjectId).where(column('parentId'), parent ?? '');
    if (parent !== null) {
      // An answer is shown only while its parent is.
      const answered = approved(strapi, subjectId).where(column('documentId'), parent);
      void builder.whereIn(column('parentId'), answered.select(column('documentId')));
    }
    return locale === null ? builder : builder.where(column('language'), locale);
  };
  const total = await knownCount(strapi, JSON.stringify([subjectId, parent, locale]), async () => {
    const counted: { count: number | string } | undefined = await wanted().count({ count: '*' }).first();
    return Number(counted?.count ?? 0);
  });
  const order = newestFirst ? 'desc' : 'asc';
  const rows: Row[] = await wanted()
    .select(columnsOf(strapi))
    .orderBy([
      { column: column('createdAt'), order },
      { column: 'id', order },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);

  const answers = parent === null ? await answersTo(strapi, subjectId, rows) : new Map<string, never>();
  const all = [...rows, ...[...answers.values()].flatMap((found) => found.rows)];
  const agencies = await agenciesOf(
    strapi,
    all.filter(({ official }) => official).map(({ id }) => id),
    language,
  );
  const shown = (row: Row): PublicComment => ({
    documentId: row.documentId,
    authorName: row.authorName,
    body: row.body,
    locale: row.locale,
    official: Boolean(row.official),
    agency: agencies.get(row.id) ?? null,
    createdAt: new Date(row.createdAt).toISOString(),
  });
  return {
    data: rows.map((row) => {
      if (parent !== null) return shown(row);
      const found = answers.get(row.documentId);
      return { ...shown(row), replies: found?.rows.map(shown) ?? [], repliesCount: found?.total ?? 0 };
    }),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

/** Columns of a row by the names of a `Row`. */
function columnsOf(strapi: Core.Strapi): Record<keyof Row, string> {
  const { column } = commentTable(strapi);
  return {
    id: 'id',
    documentId: column('documentId'),
    authorName: column('authorName'),
    body: column('body'),
    locale: column('language'),
    official: column('official'),
    createdAt: column('createdAt'),
    parentId: column('parentId'),
  };
}

function approved(strapi: Core.Strapi, subjectId: string): Knex.QueryBuilder {
  const { table, column, state } = commentTable(strapi);
  return strapi.db
    .connection(table)
    .where({ [column('subjectId')]: subjectId, [state]: comments(strapi).workflow.approved });
}

/** The first answers to each of some comments, oldest first, and how many there are. */
async function answersTo(
  strapi: Core.Strapi,
  subjectId: string,
  rows: readonly Row[],
): Promise<Map<string, { rows: Row[]; total: number }>> {
  const answers = new Map<string, { rows: Row[]; total: number }>();
  if (rows.length === 0) return answers;
  const { column } = commentTable(strapi);
  const numbered = approved(strapi, subjectId)
    .whereIn(
      column('parentId'),
      rows.map(({ documentId }) => documentId),
    )
    .select(columnsOf(strapi))
    .select(
      strapi.db.connection.raw('row_number() over (partition by ?? order by ??, id) as place', [
        column('parentId'),
        column('createdAt'),
      ]),
      strapi.db.connection.raw('count(*) over (partition by ??) as total', [column('parentId')]),
    )
    .as('numbered');
  const found: (Row & { total: number | string })[] = await strapi.db.connection
    .from(numbered)
    .where('place', '<=', ANSWERS)
    .orderBy([{ column: 'place' }]);
  for (const { total, ...row } of found) {
    const known = answers.get(row.parentId) ?? { rows: [], total: Number(total) };
    known.rows.push(row);
    answers.set(row.parentId, known);
  }
  return answers;
}
