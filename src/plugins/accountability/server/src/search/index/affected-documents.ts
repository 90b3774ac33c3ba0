import type { Core } from '@strapi/strapi';
import { metadataLookup } from '../../datasets/settings';
import type { JoinTable } from '../../export/source/metadata';
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
/** SQLite limits the number of bound values per statement. */
const IDS_AT_ONCE = 500;

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

/** Runs a query for some of the ids at a time. */
async function inParts<T, R>(
  ids: readonly T[],
  read: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    found.push(...(await read(ids.slice(start, start + IDS_AT_ONCE))));
  }
  return [...new Set(found)];
}

/**
 * Public documents that are found with others, by the ids of those. It goes back from them, table by table, by the
 * index of each: asked in one query, SQLite went through all documents of the content type.
 */
async function documentsThrough(
  strapi: Core.Strapi,
  { contentType, relations, target }: Omit<Way, 'kind'>,
  targetIds: readonly string[],
): Promise<string[]> {
  const lookup = metadataLookup(strapi);
  const knex = strapi.db.connection;
  let rows: number[] = await inParts(targetIds, (some) =>
    knex(lookup(target).tableName).whereIn('document_id', some).pluck('id'),
  );
  const steps: JoinTable[] = [];
  let type = contentType;
  for (const relation of relations) {
    steps.unshift(lookup(type).attributes[relation]?.joinTable as JoinTable);
    type = targetOf(strapi, type, relation);
  }
  for (const { name, joinColumn, inverseJoinColumn } of steps) {
    rows = await inParts(rows, (some) =>
      knex(name).whereIn(inverseJoinColumn.name, some).distinct().pluck(joinColumn.name),
    );
  }
  return inParts(rows, async (some) => {
    const where = { ...publicWhere(strapi, contentType), id: { $in: some } };
    const found: { documentId: string }[] = await strapi.db
      .query(uidOf(contentType))
      .findMany({ select: ['documentId'], where });
    return found.map(({ documentId }) => documentId);
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
      const parents = await documentsThrough(strapi, { contentType, relations, target }, ids);
      for (const documentId of parents) add(kind, documentId);
    }
  }
  return [...found.values()];
}
