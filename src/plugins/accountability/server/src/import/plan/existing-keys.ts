import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { modelOf, metadataLookup } from '../../datasets/settings';
import { columnOf, type JoinTable } from '../../export/source/metadata';
import { withoutHidden } from '../write/hidden-locale';
import { joinKey } from './key-text';

interface KeyRow {
  readonly documentId: string;
  readonly [part: `part${number}`]: string | number | null;
}

/** DocumentIds by key; a list where several documents have the same. */
export type DocumentsByKey = ReadonlyMap<string, string | readonly string[]>;

/**
 * Documents there are, by a key of theirs: for each combination of values the documents that have it. A relation to one
 * stands for the documentId it leads to, a repeatable component for `first:second` of its two first attributes.
 * Draft and published rows of a document agree in what can be a key.
 */
export async function existingKeys(
  strapi: Core.Strapi,
  contentType: string,
  key: readonly string[],
): Promise<DocumentsByKey> {
  const rows = await keyRows(strapi, contentType, key);
  const found = new Map<string, string | string[]>();
  for (const row of rows) {
    const parts = key.map((_, index) => row[`part${index}`]);
    if (parts.some((part) => part === null || part === undefined || part === '')) continue;
    const text = joinKey(parts.map(String));
    const { documentId } = row;
    const known = found.get(text);
    if (known === undefined) found.set(text, documentId);
    else if (typeof known === 'string') {
      if (known !== documentId) found.set(text, [known, documentId]);
    } else if (!known.includes(documentId)) known.push(documentId);
  }
  return found;
}

async function keyRows(strapi: Core.Strapi, contentType: string, key: readonly string[]): Promise<KeyRow[]> {
  const lookup = metadataLookup(strapi);
  const metadata = lookup(contentType);
  const model = modelOf(strapi, contentType);
  const query = strapi.db.connection(`${metadata.tableName} as main`).distinct();
  const columns: Record<string, string | Knex.Raw> = { documentId: 'main.document_id' };
  key.forEach((name, index) => {
    const schema = model?.attributes[name];
    const { joinTable } = metadata.attributes[name] ?? {};
    if (name === 'documentId') columns[`part${index}`] = 'main.document_id';
    else if (schema?.type === 'relation' && joinTable && schema.target) {
      joinThrough(query, joinTable, `link${index}`, lookup(schema.target).tableName, `target${index}`);
      columns[`part${index}`] = `target${index}.document_id`;
    } else if (schema?.type === 'component' && joinTable) {
      const component = lookup(schema.component ?? '');
      joinThrough(query, joinTable, `link${index}`, component.tableName, `target${index}`);
      const [first, second] = Object.keys(modelOf(strapi, schema.component ?? '')?.attributes ?? {});
      columns[`part${index}`] = strapi.db.connection.raw("?? || ':' || ??", [
        `target${index}.${columnOf(component, first ?? '')}`,
        `target${index}.${columnOf(component, second ?? '')}`,
      ]);
    } else columns[`part${index}`] = `main.${columnOf(metadata, name)}`;
  });
  void withoutHidden(query, 'main.locale').select(columns);
  if (metadata.draftAndPublish) void query.whereNull('main.published_at');
  return (await query) as KeyRow[];
}

function joinThrough(
  query: Knex.QueryBuilder,
  { name, joinColumn, inverseJoinColumn, on = {} }: JoinTable,
  link: string,
  target: string,
  alias: string,
): void {
  void query
    .leftJoin(`${name} as ${link}`, (clause) => {
      void clause.on(`${link}.${joinColumn.name}`, '=', 'main.id');
      for (const [column, value] of Object.entries(on)) {
        void clause.andOnVal(`${link}.${column}`, '=', value as string);
      }
    })
    .leftJoin(`${target} as ${alias}`, `${alias}.id`, `${link}.${inverseJoinColumn.name}`);
}
