import { defineDataset } from '../datasets/declaration';
import { csv } from './formats/csv';
import { json } from './formats/json';
import type { ProblemError } from '../http/problem-details';
import { parseExportQuery } from './query';

const words = { ka: 'სიტყვა', en: 'Word' };
const base = { labels: words, description: words };

const books = defineDataset({
  name: 'books',
  contentType: 'api::book.book',
  key: 'id',
  ...base,
  columns: [
    { name: 'id', type: 'string', source: 'documentId', ...base },
    { name: 'title', type: 'text', source: 'title', localized: true, ...base },
    { name: 'pages', type: 'integer', source: 'pages', ...base },
    { name: 'lent', type: 'boolean', source: 'lent', ...base },
    { name: 'printed', type: 'date', source: 'printed', ...base },
    { name: 'updated_at', type: 'datetime', source: 'updatedAt', ...base },
    { name: 'kind', type: 'enum', source: 'kind', values: [{ value: 'novel', labels: words }], ...base },
    { name: 'note', type: 'text', source: 'note', filterable: false, ...base },
  ],
});

const loans = defineDataset({
  name: 'loans',
  contentType: 'api::loan.loan',
  key: 'id',
  about: {
    typeAttribute: 'thingType',
    idAttribute: 'thingId',
    datasets: { 'api::book.book': 'books', 'api::atlas.atlas': 'books', 'api::film.film': 'films' },
  },
  ...base,
  columns: [
    { name: 'id', type: 'string', source: 'documentId', ...base },
    {
      name: 'dataset',
      type: 'enum',
      source: 'aboutDataset',
      values: ['books', 'films'].map((value) => ({ value, labels: words })),
      ...base,
    },
  ],
});

const parse = (query: object, format = csv) => parseExportQuery(query, books, ['ka', 'en'], format);

function refused(query: object, format = csv): string[] {
  try {
    parse(query, format);
  } catch (error) {
    return ((error as ProblemError).options.errors ?? []).map(({ parameter, key }) => `${parameter}: ${key}`);
  }
  throw new Error('accepted');
}

const filter = (column: string, operator: string, value: unknown) => ({
  filters: { [column]: { [operator]: value } },
});

describe('an export query', () => {
  it('gives every column in both languages by default', () => {
    const { columns, locale } = parse({});
    expect(locale).toBeNull();
    expect(columns.map(({ name }) => name)).toEqual([
      'id', 'title_ka', 'title_en', 'pages', 'lent', 'printed', 'updated_at', 'kind', 'note',
    ]); // prettier-ignore
  });

  it('gives a localized column once and without suffix in one language', () => {
    expect(parse({ locale: 'en', fields: 'title,id,title' }).columns).toMatchObject([
      { name: 'title', locale: 'en' },
      { name: 'id', locale: null },
    ]);
  });

  it.each([
    [filter('pages', '$gte', '12'), [12]],
    [filter('pages', '$in', ['1', '2']), [1, 2]],
    [filter('pages', '$in', '1'), [1]],
    [filter('pages', '$in', { 0: '1', 1: '2' }), [1, 2]],
    [filter('lent', '$eq', 'true'), [true]],
    [filter('printed', '$lte', '2024-02-29'), ['2024-02-29']],
    [filter('updated_at', '$gte', '2024-02-29T10:00:00+04:00'), ['2024-02-29T10:00:00+04:00']],
    [filter('kind', '$eq', 'novel'), ['novel']],
    [filter('title_ka', '$contains', '100%_'), ['100%_']],
  ])('accepts %j', (query, values) => {
    expect(parse(query).filters).toMatchObject([{ values }]);
  });

  it.each([
    [{ page: '2' }, ['page: unknown-parameter']],
    [{ locale: 'de' }, ['locale: unknown-locale']],
    [{ locale: ['ka', 'en'] }, ['locale: unknown-locale']],
    [{ fields: 'id,secret' }, ['fields: unknown-field']],
    [{ fields: '' }, ['fields: unknown-field']],
    [{ fields: ['id', 'title'] }, ['fields: fields-once']],
    [{ bom: 'yes' }, ['bom: invalid-value']],
    [{ filters: 'x' }, ['filters: filters-shape']],
    [{ filters: { pages: '3' } }, ['filters[pages]: operator-missing']],
    [filter('secret', '$eq', 'x'), ['filters[secret]: unknown-column']],
    [filter('title', '$eq', 'x'), ['filters[title]: unknown-column']],
    [filter('note', '$eq', 'x'), ['filters[note]: not-filterable']],
    [filter('pages', '$contains', '1'), ['filters[pages][$contains]: unknown-operator']],
    [filter('lent', '$gte', 'true'), ['filters[lent][$gte]: unknown-operator']],
    [filter('pages', '$eq', '1.5'), ['filters[pages][$eq]: not-integer']],
    [filter('pages', '$eq', '9999999999'), ['filters[pages][$eq]: not-integer']],
    [filter('pages', '$eq', ['1', '2']), ['filters[pages][$eq]: not-integer']],
    [filter('printed', '$eq', '2023-02-29'), ['filters[printed][$eq]: not-date']],
    [filter('updated_at', '$eq', 'today'), ['filters[updated_at][$eq]: not-datetime']],
    [filter('kind', '$eq', 'poem'), ['filters[kind][$eq]: not-enum']],
    [filter('lent', '$eq', '1'), ['filters[lent][$eq]: not-boolean']],
    [filter('title_ka', '$eq', 'a\0'), ['filters[title_ka][$eq]: not-text']],
    [filter('title_ka', '$eq', null), ['filters[title_ka][$eq]: not-text']],
    [
      filter(
        'pages',
        '$in',
        Array.from({ length: 201 }, () => '1'),
      ),
      ['filters[pages][$in]: too-many-values'],
    ],
    [
      { page: '2', locale: 'de', fields: 'x' },
      ['locale: unknown-locale', 'fields: unknown-field', 'page: unknown-parameter'],
    ],
    [{ filters: { __proto__x: { $eq: '1' } } }, ['filters[__proto__x]: unknown-column']],
  ])('refuses %j', (query, errors) => {
    expect(refused(query)).toEqual(errors);
  });

  it('refuses a parameter of another format', () => {
    expect(refused({ bom: '1' }, json)).toEqual(['bom: unknown-parameter']);
  });

  it('knows the columns of the language asked for', () => {
    expect(parse({ locale: 'ka', ...filter('title', '$eq', 'x') }).filters).toMatchObject([
      { column: { locale: 'ka' } },
    ]);
    expect(refused({ locale: 'ka', ...filter('title_ka', '$eq', 'x') })).toEqual([
      'filters[title_ka]: unknown-column',
    ]);
  });

  it.each([
    [filter('dataset', '$eq', 'films'), ['api::film.film']],
    [filter('dataset', '$eq', 'books'), ['api::book.book', 'api::atlas.atlas']],
    [filter('dataset', '$in', ['films', 'books']), ['api::book.book', 'api::atlas.atlas', 'api::film.film']],
  ])('compares the dataset a row is about by its content types: %j', (query, values) => {
    const [found] = parseExportQuery(query, loans, ['ka', 'en'], csv).filters;
    expect(found).toMatchObject({
      column: { declaration: { source: 'thingType' } },
      operator: '$in',
      values,
    });
  });
});
