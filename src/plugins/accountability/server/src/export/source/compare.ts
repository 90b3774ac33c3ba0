import type { Filter } from './filter';
import { containsPattern, join, type Dialect, type Sql } from './sql';

/** The condition of a filter on an expression of its column's type. */
export function compare(expression: Sql, filter: Filter, dialect: Dialect): Sql {
  const { operator, values } = filter;
  if (filter.column.declaration.type === 'datetime') return compareSeconds(expression, filter, dialect);
  if (operator === '$contains') {
    return {
      text: dialect.like(expression.text),
      values: [...expression.values, containsPattern(String(values[0]))],
    };
  }
  const stored = values.map((value) => (typeof value === 'boolean' ? dialect.boolean(value) : value));
  if (operator === '$in') {
    const marks = stored.map(() => '?').join(', ');
    return { text: `${expression.text} IN (${marks})`, values: [...expression.values, ...stored] };
  }
  const sign = { $eq: '=', $gte: '>=', $lte: '<=' }[operator];
  return { text: `${expression.text} ${sign} ?`, values: [...expression.values, ...stored] };
}

/** Times are published in whole seconds, so a second matches everything that happened in it. */
function compareSeconds(expression: Sql, { operator, values }: Filter, dialect: Dialect): Sql {
  const from = (second: string): Sql => ({
    text: `${expression.text} >= ?`,
    values: [...expression.values, dialect.datetime(startOfSecond(second))],
  });
  const until = (second: string): Sql => ({
    text: `${expression.text} < ?`,
    values: [...expression.values, dialect.datetime(startOfSecond(second) + 1000)],
  });
  const seconds = values.map(String);
  if (operator === '$gte') return from(seconds[0] ?? '');
  if (operator === '$lte') return until(seconds[0] ?? '');
  const within = seconds.map((second) => join([from(second), until(second)], ' AND '));
  return { text: `(${join(within, ' OR ').text})`, values: join(within, ' OR ').values };
}

const startOfSecond = (text: string): number => Math.floor(Date.parse(text) / 1000) * 1000;
