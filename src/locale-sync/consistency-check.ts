import type { Core } from '@strapi/strapi';
import { relationTable, sharedRelations } from './relations';

export interface LocaleFinding {
  /**
   * `RELATIONS_DIFFER`: one locale of a document is linked to a document that another locale could be linked to.
   */
  readonly code: 'RELATIONS_DIFFER';
  readonly contentType: string;
  readonly documentId: string;
}

const isDraft = (alias: string) => `(CASE WHEN ${alias}.published_at IS NULL THEN 1 ELSE 0 END)`;

/** Finds documents whose locales have different relations. Read-only. */
export async function checkLocaleSync(strapi: Core.Strapi): Promise<LocaleFinding[]> {
  const findings: LocaleFinding[] = [];
  for (const contentType of Object.keys(strapi.contentTypes)) {
    const documentIds = new Set<string>();
    for (const name of sharedRelations(strapi, contentType)) {
      for (const id of await differing(strapi, contentType, name)) documentIds.add(id);
    }
    findings.push(
      ...[...documentIds].map(
        (documentId) => ({ code: 'RELATIONS_DIFFER', contentType, documentId }) as const,
      ),
    );
  }
  return findings;
}

/**
 * Documents with a link in one locale that another locale lacks, though both ends exist there. Cross joins, because
 * SQLite keeps their order, link by link: any other one reads half a table for each row.
 */
async function differing(strapi: Core.Strapi, uid: string, name: string): Promise<string[]> {
  const knex = strapi.db.connection;
  const { table, mine, other, target } = relationTable(strapi, uid, name);
  const tableOf = (type: string) => strapi.db.metadata.get(type).tableName;
  return knex
    .from({ l: table })
    .crossJoin({ m: tableOf(uid) } as never)
    .crossJoin({ o: tableOf(target) } as never)
    .crossJoin({ m2: tableOf(uid) } as never)
    .crossJoin({ o2: tableOf(target) } as never)
    .leftJoin({ l2: table }, (on) => on.on(`l2.${mine}`, 'm2.id').andOn(`l2.${other}`, 'o2.id'))
    .whereRaw('?? = m.id AND ?? = o.id', [`l.${mine}`, `l.${other}`])
    .whereRaw(`m2.document_id = m.document_id AND ${isDraft('m2')} = ${isDraft('m')}`)
    .whereRaw(`o2.document_id = o.document_id AND ${isDraft('o2')} = ${isDraft('o')}`)
    .whereRaw('m2.locale <> m.locale AND o2.locale = m2.locale')
    .whereNull('l2.id')
    .distinct()
    .pluck('m.document_id');
}
