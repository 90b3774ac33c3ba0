import type { DatasetDeclaration } from '../../datasets/declaration';
import { publicRows } from './keys';
import { columnOf, type ModelMetadata } from './metadata';
import { documentRows, joinTableOf, targetOf, type PlanContext } from './plan';
import { linkConditions } from './record-plan';
import { at, join, literal, name, type Sql } from './sql';

/**
 * Which documents of its content type belong to a dataset, as a condition on the alias `e`: the declaration's part,
 * independent of the request.
 */
export function rowConditions(dataset: DatasetDeclaration, context: PlanContext): Sql {
  const model = context.lookup(dataset.contentType);
  const conditions = attributeConditions(dataset, model, 'e');
  if (dataset.visibleWith) conditions.push(relatedIsPublic(model, dataset.visibleWith, context));
  if (dataset.visibleUnder) conditions.push(noneAboveIsHidden(dataset, model, dataset.visibleUnder, context));
  if (dataset.about) conditions.push(subjectIsPublic(model, dataset.about, context));
  if (conditions.length === 0) return { text: '1 = 1', values: [] };
  const all = join(conditions, ' AND ');
  return { text: `(${all.text})`, values: all.values };
}

/** The attribute values the declaration requires, as conditions on the alias. */
const attributeConditions = (
  { where = {} }: DatasetDeclaration,
  model: ModelMetadata,
  alias: string,
): Sql[] =>
  Object.entries(where).map(([attribute, values]) => ({
    text: `${at(alias, columnOf(model, attribute))} IN (${values.map(literal).join(', ')})`,
    values: [],
  }));

/** The document has no parent of its own type that is excluded from the dataset. */
function noneAboveIsHidden(
  dataset: DatasetDeclaration,
  model: ModelMetadata,
  relation: string,
  { languages }: PlanContext,
): Sql {
  const joinTable = joinTableOf(model, relation);
  const shown = join(
    [publicRows(documentRows(model, languages), 't'), ...attributeConditions(dataset, model, 't')],
    ' AND ',
  );
  return {
    text:
      `NOT EXISTS (SELECT 1 FROM ${name(joinTable.name)} j JOIN ${name(model.tableName)} t ` +
      `ON ${at('t', columnOf(model, 'id'))} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
      `WHERE ${at('j', joinTable.joinColumn.name)} = ${at('e', columnOf(model, 'id'))}` +
      `${linkConditions(joinTable, 'j')} AND NOT (${shown.text}))`,
    values: shown.values,
  };
}

/** A published row of the model in alias `x`, with the given document id. */
function existsPublic(model: ModelMetadata, documentId: string, { languages }: PlanContext): Sql {
  const visible = publicRows(documentRows(model, languages), 'x');
  return {
    text:
      `EXISTS (SELECT 1 FROM ${name(model.tableName)} x ` +
      `WHERE ${at('x', columnOf(model, 'documentId'))} = ${documentId} AND ${visible.text})`,
    values: visible.values,
  };
}

function relatedIsPublic(model: ModelMetadata, relation: string, context: PlanContext): Sql {
  const joinTable = joinTableOf(model, relation);
  const target = targetOf(model, relation, context.lookup);
  const exists = existsPublic(target, at('t', columnOf(target, 'documentId')), context);
  return {
    text:
      `EXISTS (SELECT 1 FROM ${name(joinTable.name)} j JOIN ${name(target.tableName)} t ` +
      `ON ${at('t', columnOf(target, 'id'))} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
      `WHERE ${at('j', joinTable.joinColumn.name)} = ${at('e', columnOf(model, 'id'))}` +
      `${linkConditions(joinTable, 'j')} AND ${exists.text})`,
    values: exists.values,
  };
}

function subjectIsPublic(
  model: ModelMetadata,
  { typeAttribute, idAttribute, datasets }: NonNullable<DatasetDeclaration['about']>,
  context: PlanContext,
): Sql {
  const subjectId = at('e', columnOf(model, idAttribute));
  const each = Object.keys(datasets).map((uid) => {
    const exists = existsPublic(context.lookup(uid), subjectId, context);
    return {
      text: `(${at('e', columnOf(model, typeAttribute))} = ${literal(uid)} AND ${exists.text})`,
      values: exists.values,
    };
  });
  const any = join(each, ' OR ');
  return { text: `(${any.text})`, values: any.values };
}
