import type { DatasetDeclaration } from '../../datasets/declaration';
import { publicRows } from './keys';
import { columnOf } from './metadata';
import { documentRows, joinTableOf, targetOf, type PlanContext } from './plan';
import { linkConditions } from './record-plan';
import { at, join, name, type Sql } from './sql';

/**
 * A query for the number of a dataset's rows.
 * @param filter condition on the alias `e`, see `filters.ts`
 */
export function countQuery(dataset: DatasetDeclaration, filter: Sql, context: PlanContext): Sql {
  const counts = dataset.links
    ? Object.keys(dataset.links).map((relation) => countLinks(dataset, relation, filter, context))
    : [countDocuments(dataset, filter, context)];
  const sum = join(
    counts.map(({ text, values }) => ({ text: `(${text})`, values })),
    ' + ',
  );
  return { text: `SELECT ${sum.text}`, values: sum.values };
}

function countDocuments({ contentType }: DatasetDeclaration, filter: Sql, context: PlanContext): Sql {
  const rows = documentRows(context.lookup(contentType), context.languages);
  const visible = publicRows(rows, 'e');
  return {
    text:
      `SELECT COUNT(DISTINCT ${at('e', columnOf(rows.model, 'documentId'))}) ` +
      `FROM ${name(rows.model.tableName)} e WHERE ${visible.text} AND ${filter.text}`,
    values: [...visible.values, ...filter.values],
  };
}

/** Links of a document's rows in all languages to published documents, each counted once. */
function countLinks(
  { contentType }: DatasetDeclaration,
  relation: string,
  filter: Sql,
  context: PlanContext,
): Sql {
  const { lookup, languages } = context;
  const model = lookup(contentType);
  const target = targetOf(model, relation, lookup);
  const joinTable = joinTableOf(model, relation);
  const [from, to] = [at('e', columnOf(model, 'documentId')), at('t', columnOf(target, 'documentId'))];
  const visible = publicRows(documentRows(model, languages), 'e');
  const published = publicRows(documentRows(target, languages), 'x');
  return {
    text:
      `SELECT COUNT(*) FROM (SELECT DISTINCT ${from} AS f, ${to} AS t FROM ${name(model.tableName)} e ` +
      `JOIN ${name(joinTable.name)} j ON ${at('j', joinTable.joinColumn.name)} = ${at('e', columnOf(model, 'id'))}` +
      `${linkConditions(joinTable, 'j')} ` +
      `JOIN ${name(target.tableName)} t ` +
      `ON ${at('t', columnOf(target, 'id'))} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
      `WHERE ${visible.text} AND ${filter.text} ` +
      `AND EXISTS (SELECT 1 FROM ${name(target.tableName)} x ` +
      `WHERE ${at('x', columnOf(target, 'documentId'))} = ${to} AND ${published.text})) AS links`,
    values: [...visible.values, ...filter.values, ...published.values],
  };
}
