import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ABSENT, type ChildState } from './violations';
import { parentRelations } from './child-relations';
import { inPortions, linksToParents } from './link-tables';

/** Children by their content type: documentIds. */
export type Children = ReadonlyMap<string, ReadonlySet<string>>;

/** States of children, by `stateKey`. */
export type ChildStates = ReadonlyMap<string, ChildState>;

export const stateKey = (contentType: string, documentId: string): string => `${contentType} ${documentId}`;

/** State of documents that do not exist. */
export const stateOf = (states: ChildStates, contentType: string, documentId: string): ChildState =>
  states.get(stateKey(contentType, documentId)) ?? ABSENT;

/** Reads the states of children, in the write's transaction. */
export async function readChildStates(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  children: Children,
): Promise<ChildStates> {
  const states = new Map<string, ChildState & { links: ChildState['links'][number][] }>();
  for (const [contentType, ids] of children) {
    const { tableName } = strapi.db.metadata.get(contentType);
    const hasDrafts = strapi.contentType(contentType as UID.ContentType).options?.draftAndPublish === true;
    const rows = await inPortions([...ids], (portion) =>
      trx(tableName)
        .whereIn('document_id', portion)
        .select<{ document_id: string; published_at: unknown }[]>('document_id', 'published_at'),
    );
    for (const row of rows) {
      const key = stateKey(contentType, row.document_id);
      const state = states.get(key) ?? { ...ABSENT, links: [] };
      if (hasDrafts && row.published_at === null) state.hasDraft = true;
      else state.isPublished = true;
      states.set(key, state);
    }
    for (const relation of parentRelations(strapi, contentType)) {
      for (const link of await linksToParents(strapi, trx, relation, [...ids])) {
        states.get(stateKey(contentType, link.child))!.links.push({
          attribute: relation.parentAttribute,
          parent: link.parent,
          isPublished: link.isPublished || !hasDrafts,
        });
      }
    }
  }
  return states;
}
