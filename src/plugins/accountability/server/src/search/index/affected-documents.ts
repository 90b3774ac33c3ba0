import type { Core } from '@strapi/strapi';
import { uidOf } from '../../workflow/registry';
import type { SearchConfig } from '../config';
import type { SearchKind, SearchPlace } from '../declaration';
import { TABLES } from '../store/tables';
import { publicWhere } from './public-where';
import { targetOf } from './read-documents';

/** A document of the index. */
export interface IndexedDocument {
  /** Place of its kind. */
  readonly kind: number;
  readonly subjectId: string;
}

/** A way from the documents of a kind to others that are found with them. */
interface Way {
  readonly kind: number;
  readonly contentType: string;
  readonly relations: readonly string[];
  readonly target: string;
}

const AT_ONCE = 200;

function waysOf(strapi: Core.Strapi, kinds: readonly SearchKind[]): Way[] {
  return kinds.flatMap(({ contentType, places, visibleWith, visibleUnder }, kind) => {
    const ways: Way[] = [];
    const visit = (
      type: string,
      inner: readonly SearchPlace[] = [],
      before: readonly string[] = [],
    ): void => {
      for (const { relation, places: next } of inner) {
        const relations = [...before, relation];
        const target = targetOf(strapi, type, relation);
        ways.push({ kind, contentType, relations, target });
        visit(target, next, relations);
      }
    };
    visit(contentType, places);
    for (const relation of [visibleWith, visibleUnder]) {
      if (relation === undefined) continue;
      ways.push({
        kind,
        contentType,
        relations: [relation],
        target: targetOf(strapi, contentType, relation),
      });
    }
    return ways;
  });
}

/** Content types whose changes change the index. */
export function watchedTypes(strapi: Core.Strapi, { kinds }: SearchConfig): string[] {
  return [
    ...new Set([
      ...kinds.map(({ contentType }) => contentType),
      ...waysOf(strapi, kinds).map(({ target }) => target),
    ]),
  ];
}

/**
 * The documents of the index that changes concern: the changed documents themselves, those that had them before, and
 * those that have them now.
 */
export async function affectedDocuments(
  strapi: Core.Strapi,
  { kinds }: SearchConfig,
  changed: readonly { readonly subjectType: string; readonly subjectId: string }[],
): Promise<IndexedDocument[]> {
  const found = new Map<string, IndexedDocument>();
  const add = (kind: number, subjectId: string) => found.set(`${kind} ${subjectId}`, { kind, subjectId });
  const kindByName = new Map(kinds.map(({ name }, index) => [name, index]));
  const knex = strapi.db.connection;
  const ways = waysOf(strapi, kinds);

  for (const { subjectType, subjectId } of changed) {
    kinds.forEach(({ contentType }, kind) => contentType === subjectType && add(kind, subjectId));
  }
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    const some = changed.slice(start, start + AT_ONCE);
    // No join: after an import the statistics are those of a small index, by which SQLite would go through all documents
    // and look for each of these sources with every one of them.
    const ofSources = knex(TABLES.sources)
      .whereIn(
        'source_id',
        some.map(({ subjectId }) => subjectId),
      )
      .select('document_id');
    const rows = (await knex(TABLES.documents).whereIn('id', ofSources).select('kind', 'subject_id')) as {
      kind: string;
      subject_id: string;
    }[];
    for (const row of rows) {
      const kind = kindByName.get(row.kind);
      if (kind !== undefined) add(kind, row.subject_id);
    }
    for (const { kind, contentType, relations, target } of ways) {
      const ids = some.filter(({ subjectType }) => subjectType === target).map(({ subjectId }) => subjectId);
      if (ids.length === 0) continue;
      const inner = [...relations]
        .reverse()
        .reduce<Record<string, unknown>>((where, relation) => ({ [relation]: where }), {
          documentId: { $in: ids },
        });
      const parents: { documentId: string }[] = await strapi.db.query(uidOf(contentType)).findMany({
        select: ['documentId'],
        where: { ...publicWhere(strapi, contentType), ...inner },
      });
      for (const { documentId } of parents) add(kind, documentId);
    }
  }
  return [...found.values()];
}
