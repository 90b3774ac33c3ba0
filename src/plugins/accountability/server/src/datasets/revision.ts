import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGE } from '../change-log/content-types';
import { readTypes, type Reading } from '../change-log/public-types';
import type { DatasetDeclaration } from './declaration';
import { siteToday } from '../dates/day-start';
import { literal, name, type Sql } from '../export/source/sql';
import { withDay, type Revision, type RevisionBasis } from './revision-of-day';

export type { Revision } from './revision-of-day';

/** Whether rows change with the date without a write: `overdue` is computed. */
const changesWithDay = ({ columns }: Reading): boolean => columns.some(({ hasPassed }) => hasPassed);

/**
 * The revision of a dataset: it changes exactly when the public file may differ. The relevant content types are the
 * dataset's own and those its columns refer to, so that an organisation's new name is a new revision of every
 * dataset that contains it.
 *
 * One query: one index lookup per content type.
 * @param datasets every dataset of the site
 * @param dataset the requested one; without it the revision of all of them together
 */
export function datasetRevision(
  strapi: Core.Strapi,
  datasets: readonly DatasetDeclaration[],
  dataset?: DatasetDeclaration,
): Promise<Revision> {
  return readingsRevision(strapi, dataset ? [dataset] : datasets);
}

/** A query for the number and time of the latest relevant change, for a snapshot of the database. */
export function changeQuery(strapi: Core.Strapi, reading: Reading): Sql {
  const { tableName } = strapi.db.metadata.get(CHANGE);
  const latest = readTypes(strapi, reading).map(
    (type, index) =>
      `SELECT * FROM (SELECT id, at FROM ${name(tableName)} WHERE subject_type = ${literal(type)} ` +
      `ORDER BY id DESC LIMIT 1) AS latest_${index}`,
  );
  return {
    text: `SELECT id, at FROM (${latest.join(' UNION ALL ')}) AS latest ORDER BY id DESC LIMIT 1`,
    values: [],
  };
}

/** The revision from the result of `changeQuery`. */
export function revisionOfChange(
  strapi: Core.Strapi,
  reading: Reading,
  change: Pick<Revision, 'sequence' | 'modified'>,
  day: string,
): Revision {
  if (!changesWithDay(reading)) return { ...change, day: null };
  const { start } = siteToday(strapi);
  return { ...change, day, modified: change.modified > start ? change.modified : start };
}

/** The revision of any reader of content type columns. */
export async function readingsRevision(strapi: Core.Strapi, readings: readonly Reading[]): Promise<Revision> {
  const { types, today } = revisionBasis(strapi, readings);
  return withDay(await typesRevision(strapi, types), today);
}

/** What the revision of the readings depends on. */
export const revisionBasis = (strapi: Core.Strapi, readings: readonly Reading[]): RevisionBasis => ({
  types: [...new Set(readings.flatMap((reading) => readTypes(strapi, reading)))],
  today: readings.some(changesWithDay) ? siteToday(strapi) : null,
});

/** Number and time of the latest change of any of the content types. */
export async function typesRevision(
  strapi: Core.Strapi,
  types: readonly string[],
): Promise<Pick<Revision, 'sequence' | 'modified'>> {
  const knex = strapi.db.connection;
  const { tableName } = strapi.db.metadata.get(CHANGE);
  const latestOf = (type: string): Knex.QueryBuilder =>
    knex(tableName).where({ subject_type: type }).orderBy('id', 'desc').limit(1).select('id', 'at');
  const [first, ...others] = types.map((type, index) =>
    knex.from(latestOf(type).as(`t${index}`)).select('id', 'at'),
  );
  const row: { id: number; at: number | string | Date } | undefined = first
    ? await knex.from(first.unionAll(others).as('latest')).orderBy('id', 'desc').first('id', 'at')
    : undefined;
  return row ? { sequence: row.id, modified: new Date(row.at) } : { sequence: 0, modified: new Date(0) };
}
