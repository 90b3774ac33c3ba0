import type { Core } from '@strapi/strapi';
import { STATUS_CHANGE } from '../workflow/uids';
import { lastChanges, publicDocuments, publicRowsOf } from './baseline';
import { CHANGE, TOMBSTONES } from './content-types';
import { publicTypes } from './public-types';

export interface LogFinding {
  /**
   * `CHANGE_NOT_LOGGED`: the public rows are newer than the document's last entry, or it has none: something wrote
   * to the database directly. `LOGGED_BUT_NOT_PUBLIC`: the log has a document that does not exist.
   * `TRANSITION_WITHOUT_MOVE`: the log has a move that the history lacks.
   */
  readonly code: 'CHANGE_NOT_LOGGED' | 'LOGGED_BUT_NOT_PUBLIC' | 'TRANSITION_WITHOUT_MOVE';
  readonly contentType: string;
  readonly documentId: string;
}

/** Finds public documents whose change log entries differ from the database. Read-only. */
export async function checkChangeLog(strapi: Core.Strapi): Promise<LogFinding[]> {
  const knex = strapi.db.connection;
  const findings: LogFinding[] = [];
  for (const contentType of publicTypes(strapi)) {
    const add = (code: LogFinding['code'], ids: readonly string[]) =>
      findings.push(...ids.map((documentId) => ({ code, contentType, documentId })));
    const last = () => lastChanges(strapi, knex, contentType).as('l');
    add(
      'CHANGE_NOT_LOGGED',
      await knex
        .from(publicDocuments(strapi, knex, contentType).as('d'))
        .leftJoin(last(), 'l.subject_id', 'd.document_id')
        .whereNull('l.id')
        .orWhereIn('l.kind', [...TOMBSTONES])
        .orWhereRaw('l.at < d.at')
        .pluck('d.document_id'),
    );
    add(
      'LOGGED_BUT_NOT_PUBLIC',
      await knex
        .from(last())
        .whereNotIn('l.kind', [...TOMBSTONES])
        .whereNotExists(publicRowsOf(strapi, knex, contentType, 'l.subject_id'))
        .pluck('l.subject_id'),
    );
    add(
      'TRANSITION_WITHOUT_MOVE',
      await knex
        .from({ c: strapi.db.metadata.get(CHANGE).tableName })
        .where({ 'c.subject_type': contentType, 'c.kind': 'transition' })
        .leftJoin({ h: strapi.db.metadata.get(STATUS_CHANGE).tableName }, (on) =>
          on
            .on('h.subject_type', 'c.subject_type')
            .andOn('h.subject_id', 'c.subject_id')
            .andOn('h.at', 'c.at'),
        )
        .whereNull('h.id')
        .distinct()
        .pluck('c.subject_id'),
    );
  }
  return findings;
}
