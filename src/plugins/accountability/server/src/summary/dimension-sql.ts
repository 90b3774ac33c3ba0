import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { wherePublished } from '../change-log/public-rows';
import { parseSourcePath } from '../datasets/source-path';
import type { SummaryDimension } from './config';

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly on?: Readonly<Record<string, string>>;
}
interface Attribute {
  readonly columnName?: string;
  readonly target?: string;
  readonly joinTable?: JoinTable;
}
export interface Table {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export const tableOf = (strapi: Core.Strapi, uid: string): Table =>
  strapi.db.metadata.get(uid) as unknown as Table;

export const columnOf = ({ attributes }: Table, name: string): string => attributes[name]?.columnName ?? name;

/** An expression to group by, and its join. */
export interface DimensionSql {
  /** Column or expression of the value. */
  readonly value: Knex.Raw;
  /** Adds the join; does nothing for an attribute of the document itself. */
  join(query: Knex.QueryBuilder): void;
}

/**
 * The value of a dimension for the document row `e`, as in the exports: of a relation only what is public.
 * @param alias of the values' table
 */
export function dimensionSql(
  strapi: Core.Strapi,
  contentType: string,
  { column, unit }: SummaryDimension,
  alias: string,
): DimensionSql {
  const knex = strapi.db.connection;
  const table = tableOf(strapi, contentType);
  const { attribute = '', parts = [] } = parseSourcePath(column.source) ?? {};
  const [part] = parts;
  if (part === undefined) {
    return { value: cut(knex, `e.${columnOf(table, attribute)}`, unit), join: () => undefined };
  }
  const { joinTable, target = '' } = table.attributes[attribute] ?? {};
  if (!joinTable) throw new Error(`Attribute "${attribute}" of "${contentType}" has no join table`);
  const other = tableOf(strapi, target);
  const isDocument = other.attributes.documentId !== undefined;
  const values = knex
    .from({ j: joinTable.name })
    .join({ t: other.tableName }, 't.id', `j.${joinTable.inverseJoinColumn.name}`)
    .where(prefixed('j', joinTable.on))
    .where(
      Object.fromEntries(
        Object.entries(column.where ?? {}).map(([name, value]) => [`t.${columnOf(other, name)}`, value]),
      ),
    )
    .modify((query) => void (isDocument && onlyPublic(strapi, query, target)))
    .distinct()
    .select({ row_id: `j.${joinTable.joinColumn.name}`, value: `t.${columnOf(other, part)}` });
  return {
    value: cut(knex, `${alias}.value`, unit),
    join: (query) => void query.leftJoin(values.as(alias), `${alias}.row_id`, 'e.id'),
  };
}

const prefixed = (alias: string, conditions: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(conditions).map(([name, value]) => [`${alias}.${name}`, value]));

/** A link may refer to a draft row: the document must be public. */
const onlyPublic = (strapi: Core.Strapi, query: Knex.QueryBuilder, target: string): Knex.QueryBuilder =>
  query.whereExists((exists) => {
    void exists.from({ p: tableOf(strapi, target).tableName }).whereRaw('p.document_id = t.document_id');
    wherePublished(strapi, target, exists, 'p');
  });

/**
 * The prefix of an ISO date to group by. Its length is not a parameter: PostgreSQL compares the expressions' text.
 */
function cut(knex: Knex, column: string, unit: SummaryDimension['unit']): Knex.Raw {
  if (!unit) return knex.raw('??', [column]);
  return knex.raw(`SUBSTR(CAST(?? AS VARCHAR(10)), 1, ${unit === 'year' ? 4 : 7})`, [column]);
}
