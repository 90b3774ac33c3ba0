import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
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

/** Documents with a link in one locale that another locale lacks, though both ends exist there. */
async function differing(strapi: Core.Strapi, uid: string, name: string): Promise<string[]> {
  const knex = strapi.db.connection;
  const { table, mine, other, target } = relationTable(strapi, uid, name);
  const tableOf = (type: string) => strapi.db.metadata.get(type).tableName;
  const counterpart = (on: Knex.JoinClause, to: string, from: string) =>
    on
      .on(`${to}.document_id`, `${from}.document_id`)
      .andOn(knex.raw(`${isDraft(to)} = ${isDraft(from)}`) as never);
  return knex
    .from({ l: table })
    .join({ m: tableOf(uid) }, 'm.id', `l.${mine}`)
    .join({ o: tableOf(target) }, 'o.id', `l.${other}`)
    .join({ m2: tableOf(uid) }, (on) => counterpart(on, 'm2', 'm').andOn('m2.locale', '<>', 'm.locale'))
    .join({ o2: tableOf(target) }, (on) => counterpart(on, 'o2', 'o').andOn('o2.locale', 'm2.locale'))
    .leftJoin({ l2: table }, (on) => on.on(`l2.${mine}`, 'm2.id').andOn(`l2.${other}`, 'o2.id'))
    .whereNull('l2.id')
    .distinct()
    .pluck('m.document_id');
}
