import { compare } from './compare';
import type { Filter } from './filter';
import { publicRows } from './keys';
import { firstDaysNotPassed } from '../../dates/partial-date';
import { columnOf, type JoinTable, type MetadataLookup, type ModelMetadata } from './metadata';
import { documentRows, joinTableOf, kindOf, pathOf, targetOf } from './plan';
import { hasText, linkConditions } from './record-plan';
import { at, join, name, type Dialect, type Sql } from './sql';

export interface FilterContext {
  readonly contentType: string;
  readonly languages: readonly string[];
  readonly lookup: MetadataLookup;
  readonly dialect: Dialect;
  /** ISO day of the site. */
  readonly today: string;
}

const NO_FILTER: Sql = { text: '1 = 1', values: [] };

/**
 * Compiles filters to one condition on the entry's alias `e`. A filter tests the value the column shows: of the
 * document's primary row, or of the row in the column's language. On a list it is true when it is true for one of
 * the items. Values are always bound parameters.
 */
export function compileFilters(filters: readonly Filter[], context: FilterContext): Sql {
  if (filters.length === 0) return NO_FILTER;
  return join(
    filters.map((filter) => compileFilter(filter, context)),
    ' AND ',
  );
}

function compileFilter(filter: Filter, context: FilterContext): Sql {
  const { lookup, languages, contentType, dialect } = context;
  const model = lookup(contentType);
  const { attribute, parts } = pathOf(filter.column);
  const kind = kindOf(attribute, parts, model, lookup);
  if (kind === 'document') {
    return compare(documentValue(model, attribute, filter.column.locale, languages), filter, dialect);
  }
  return kind === 'component'
    ? componentCondition(filter, model, attribute, parts, context)
    : relationCondition(filter, model, attribute, parts, context);
}

const SPANS: Readonly<Record<string, string>> = { createdAt: 'MIN', updatedAt: 'MAX', publishedAt: 'MAX' };

/** Expression for a value of the document `e` belongs to. */
export function documentValue(
  model: ModelMetadata,
  attribute: string,
  locale: string | null,
  languages: readonly string[],
): Sql {
  const column = columnOf(model, attribute);
  if (attribute === 'documentId' || !model.localized) return { text: at('e', column), values: [] };

  const visible = publicRows(documentRows(model, languages), 'f');
  const documentId = columnOf(model, 'documentId');
  const from =
    `FROM ${name(model.tableName)} f ` +
    `WHERE ${at('f', documentId)} = ${at('e', documentId)} AND ${visible.text}`;
  const span = SPANS[attribute];
  if (span) return { text: `(SELECT ${span}(${at('f', column)}) ${from})`, values: visible.values };

  const localeColumn = at('f', columnOf(model, 'locale'));
  if (locale !== null) {
    return {
      text: `(SELECT ${at('f', column)} ${from} AND ${localeColumn} = ? LIMIT 1)`,
      values: [...visible.values, locale],
    };
  }
  const ranks = languages.map((_, rank) => `WHEN ? THEN ${rank}`).join(' ');
  return {
    text: `(SELECT ${at('f', column)} ${from} ORDER BY CASE ${localeColumn} ${ranks} END LIMIT 1)`,
    values: [...visible.values, ...languages],
  };
}

function componentCondition(
  filter: Filter,
  model: ModelMetadata,
  attribute: string,
  parts: readonly string[],
  { languages, lookup, dialect, today }: FilterContext,
): Sql {
  const joinTable = joinTableOf(model, attribute);
  const component = targetOf(model, attribute, lookup);
  const source = documentValue(model, 'id', filter.column.locale, languages);
  if (filter.column.declaration.hasPassed) {
    const columns = parts.map((part) => at('c', columnOf(component, part)));
    const passed = passedCondition(filter, model, component, joinTable, columns, source, {
      languages,
      today,
    });
    return filter.values[0] === true ? passed : join([{ text: 'NOT (', values: [] }, passed, CLOSING], '');
  }
  return join(
    [
      itemsOf(joinTable, component, source),
      whereConditions(filter, component, 'c'),
      { text: ' AND ', values: [] },
      compare({ text: joined(component, parts, 'c'), values: [] }, filter, dialect),
      { text: ')', values: [] },
    ],
    '',
  );
}

/** One attribute, or several with colons between. */
function joined(model: ModelMetadata, parts: readonly string[], alias: string): string {
  const columns = parts.map((part) => at(alias, columnOf(model, part)));
  return columns.length === 1
    ? (columns[0] as string)
    : columns.map((column) => `COALESCE(${column}, '')`).join(` || ':' || `);
}

/** The start of a condition on the items of a component, alias `c`, of the row `source`. */
const itemsOf = (joinTable: JoinTable, component: ModelMetadata, source: Sql): Sql =>
  join(
    [
      {
        text:
          `EXISTS (SELECT 1 FROM ${name(joinTable.name)} j JOIN ${name(component.tableName)} c ` +
          `ON ${at('c', 'id')} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
          `WHERE ${at('j', joinTable.joinColumn.name)} = `,
        values: [],
      },
      source,
      { text: linkConditions(joinTable, 'j'), values: [] },
    ],
    '',
  );

const CLOSING: Sql = { text: ')', values: [] };

/** The SQL equivalent of `passedCell`: never null, so that its negation is true for all other documents. */
function passedCondition(
  { column }: Filter,
  model: ModelMetadata,
  component: ModelMetadata,
  joinTable: JoinTable,
  [date = '', precision = '']: readonly string[],
  source: Sql,
  { languages, today }: Pick<FilterContext, 'languages' | 'today'>,
): Sql {
  const { unless = '', isOneOf = [] } = column.declaration.hasPassed ?? {};
  const ends = firstDaysNotPassed(today).map(({ precision: exactness, firstDay }) => ({
    // A date without a precision is a day.
    text: `(COALESCE(${precision}, 'day') = ? AND ${date} < ?)`,
    values: [exactness, firstDay],
  }));
  const settled = isOneOf.map(() => '?').join(', ');
  return join(
    [
      itemsOf(joinTable, component, source),
      { text: ' AND (', values: [] },
      join(ends, ' OR '),
      { text: ')) AND COALESCE(', values: [] },
      documentValue(model, unless, null, languages),
      { text: `, '') NOT IN (${settled || `''`})`, values: [...isOneOf] },
    ],
    '',
  );
}

/**
 * Documents by what they are linked to, as one list of their ids: the database starts at the linked document instead of
 * looking at every document of the dataset, which takes as long as the file with all of them.
 */
function relationCondition(
  filter: Filter,
  model: ModelMetadata,
  attribute: string,
  parts: readonly string[],
  { languages, lookup, dialect }: FilterContext,
): Sql {
  const joinTable = joinTableOf(model, attribute);
  const target = targetOf(model, attribute, lookup);
  const [id, targetId] = [columnOf(model, 'documentId'), columnOf(target, 'documentId')];
  const table = name(target.tableName);
  const { locale } = filter.column;
  return join(
    [
      {
        text:
          `${at('e', id)} IN (SELECT ${at('f', id)} FROM ${table} x ` +
          `JOIN ${table} t ON ${at('t', targetId)} = ${at('x', targetId)} ` +
          `JOIN ${name(joinTable.name)} j ON ${at('j', joinTable.inverseJoinColumn.name)} = ${at('t', 'id')} ` +
          `JOIN ${name(model.tableName)} f ON ${at('f', 'id')} = ${at('j', joinTable.joinColumn.name)} ` +
          `WHERE `,
        values: [],
      },
      // A public row of the document, in any language of the site.
      publicRows(documentRows(model, languages), 'f'),
      { text: `${linkConditions(joinTable, 'j')} AND `, values: [] },
      publicRows(documentRows(target, languages), 'x'),
      locale === null
        ? { text: '', values: [] }
        : { text: ` AND ${at('x', columnOf(target, 'locale'))} = ?`, values: [locale] },
      whereConditions(filter, target, 'x'),
      { text: ' AND ', values: [] },
      compare({ text: joined(target, parts, 'x'), values: [] }, filter, dialect),
      CLOSING,
    ],
    '',
  );
}

function whereConditions({ column }: Filter, model: ModelMetadata, alias: string): Sql {
  const { where = {}, having } = column.declaration;
  const entries = Object.entries(where);
  const named = having === undefined ? '' : ` AND ${hasText(model, having, alias)}`;
  return {
    text: entries.map(([attribute]) => ` AND ${at(alias, columnOf(model, attribute))} = ?`).join('') + named,
    values: entries.map(([, value]) => value),
  };
}
