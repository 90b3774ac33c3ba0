import type { Core } from '@strapi/strapi';
import { CHANGE, TOMBSTONES, type ChangeKind } from '../change-log/content-types';
import type { DatasetDeclaration } from '../datasets/declaration';
import { hasDocuments } from '../datasets/row-kinds';
import { literal, name } from './source/sql';
import type { DifferenceQuery } from './worker/export-job';

const APPEARED: ChangeKind = 'created';

/**
 * A query for the number of rows a dataset gained since a change, from the change log alone.
 * @returns null where the log is not enough: rows that are links, or documents selected by conditions
 */
export function rowDifference(
  strapi: Core.Strapi,
  dataset: DatasetDeclaration,
  isFiltered: boolean,
): DifferenceQuery | null {
  if (isFiltered || !hasDocuments(dataset) || dataset.where || dataset.visibleWith) return null;
  const { tableName } = strapi.db.metadata.get(CHANGE);
  const gone = TOMBSTONES.map(literal).join(', ');
  return {
    text:
      `SELECT SUM(CASE WHEN kind = ${literal(APPEARED)} THEN 1 WHEN kind IN (${gone}) THEN -1 ELSE 0 END) ` +
      `FROM ${name(tableName)} WHERE subject_type = ${literal(dataset.contentType)} AND id > ?`,
  };
}
