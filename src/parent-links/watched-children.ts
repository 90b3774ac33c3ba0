import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { WriteData } from '../content-rules/prepare';
import { childRelations, parentRelations } from './child-relations';
import { childrenOf, inPortions, linkTable } from './link-tables';

/** The document a write is about. */
export interface WrittenDocument {
  contentType: string;
  /** Not known before a document is made; the original where one is copied. */
  documentId?: string;
  data?: WriteData;
}

type Names = { ids: Set<number>; documentIds: Set<string> };

/** Every value below that could name a document: Strapi takes relations in many forms, and all of them name it. */
function namesIn(value: unknown, names: Names = { ids: new Set(), documentIds: new Set() }): Names {
  if (typeof value === 'number') names.ids.add(value);
  else if (typeof value === 'string') {
    names.documentIds.add(value);
    if (/^\d{1,15}$/.test(value)) names.ids.add(Number(value));
  } else if (value && typeof value === 'object') {
    for (const part of Object.values(value)) namesIn(part, names);
  }
  return names;
}

/**
 * The children whose parent a write may change: the document itself, the children it has, and those the write names.
 * Strapi unlinks a child from its old parent while it links the new one, so they have to be known before.
 */
export async function watchedChildren(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { contentType, documentId, data = {} }: WrittenDocument,
): Promise<Map<string, Set<string>>> {
  const watched = new Map<string, Set<string>>();
  const watch = (type: string, ids: readonly string[]) =>
    watched.set(type, new Set([...(watched.get(type) ?? []), ...ids]));

  if (documentId && parentRelations(strapi, contentType).length > 0) watch(contentType, [documentId]);
  for (const relation of childRelations(strapi, contentType)) {
    watch(relation.child, documentId ? await childrenOf(strapi, trx, relation, documentId) : []);
    const names = namesIn(data[relation.childrenAttribute]);
    const { childRows } = linkTable(strapi, relation);
    watch(
      relation.child,
      await inPortions([...names.ids], (ids) => trx(childRows).whereIn('id', ids).pluck('document_id')),
    );
    watch(
      relation.child,
      await inPortions([...names.documentIds], (ids) =>
        trx(childRows).whereIn('document_id', ids).distinct().pluck('document_id'),
      ),
    );
  }
  return watched;
}
