import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { WriteData } from '../content-rules/prepare';
import { childRelations, parentRelations } from './child-relations';
import { childrenOf, inPortions, linkTable } from './link-tables';

/** The document of a write. */
export interface WrittenDocument {
  contentType: string;
  /** Unknown before a document is created; the original of a clone. */
  documentId?: string;
  data?: WriteData;
}

type Names = { ids: Set<number>; documentIds: Set<string> };

/**
 * Every nested value that may be a document's id: Strapi accepts relations in many notations, and all of them
 * contain it.
 */
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
 * The children whose parent a write may change: the document itself, its children, and those in the data. Strapi
 * unlinks a child from its old parent while it links the new one, so they must be collected before.
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
