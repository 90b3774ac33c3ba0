import type { ColumnDeclaration, DatasetDeclaration } from '../declaration';
import { datasetModelProblems } from './content-types';
import type { Model } from '../content-model';
import { datasetShapeProblems } from './shape';

const words = { ka: 'სიტყვა', en: 'Word' };
const base = { labels: words, description: words };
const id = { name: 'id', type: 'string', source: 'documentId', ...base } as const;
const column = (more: object): ColumnDeclaration => ({
  name: 'x',
  type: 'string',
  source: 'author.documentId',
  ...base,
  ...more,
});
const dataset = (
  name: string,
  columns: readonly ColumnDeclaration[],
  more: object = {},
): DatasetDeclaration => ({
  name,
  contentType: `api::${name}.${name}`,
  key: 'id',
  ...base,
  columns: [id, ...columns],
  ...more,
});

const models: Record<string, Model> = {
  'api::books.books': {
    attributes: {
      author: { type: 'relation', relation: 'manyToOne', target: 'api::authors.authors' },
      publisher: { type: 'relation', relation: 'manyToOne', target: 'api::houses.houses' },
      isbn: { type: 'string', required: true },
      note: { type: 'string' },
    },
  },
  'api::authors.authors': { attributes: { name: { type: 'string' } } },
};
const authors = dataset('authors', [column({ name: 'name', source: 'name' })]);

const shape = (more: object, datasetMore: object = {}) =>
  datasetShapeProblems([dataset('books', [column(more)], datasetMore), authors], ['ka', 'en']).join('\n');
const model = (more: object) =>
  datasetModelProblems([dataset('books', [column(more)]), authors], (uid) => models[uid]).join('\n');

describe('what a declaration promises of its values', () => {
  const references = { dataset: 'authors', column: 'id' };

  it.each([
    { references },
    { references, separator: '|' },
    { required: true, unique: true },
    { format: 'uri' },
    { propertyUrl: 'http://purl.org/dc/terms/title' },
  ])('may be right: %j', (more) => expect(shape(more)).toBe(''));

  it.each([
    [
      { references: { dataset: 'nobody', column: 'id' } },
      'dataset "nobody", which does not exist; known: books, authors',
    ],
    [{ references: { dataset: 'authors', column: 'nr' } }, 'has no column "nr"'],
    [{ references: { dataset: 'authors', column: 'name' } }, '"name" of "authors" does not identify a row'],
    [{ references, type: 'integer' }, 'it has type "integer", what it references "string"'],
    [{ references, localized: true }, 'a localized column cannot reference'],
    [{ required: true, separator: '|' }, 'a list cannot be "required"'],
    [{ unique: true, localized: true }, 'a localized column cannot be "unique"'],
    [{ format: 'uri', type: 'text' }, '"format" belongs to type "string"'],
    [{ format: 'colour' }, 'format'],
    [{ propertyUrl: 'title' }, 'propertyUrl'],
  ])('is wrong: %j', (more, message) => {
    expect(shape(more)).toContain(message);
    expect(shape(more)).toContain('"x"');
  });

  it('is wrong where the dataset covers a time that no column has', () => {
    const temporal = { start: 'x', end: 'nothing' };
    expect(shape({}, { temporal })).toContain(
      '"temporal.end" names column "nothing", which it does not have',
    );
    expect(shape({}, { temporal })).toContain('"temporal.start" names column "x", which is no date');
    expect(shape({ type: 'date' }, { temporal: { start: 'x', end: 'x' } })).toBe('');
  });

  it('is wrong with a keyword without words or an unknown theme', () => {
    expect(shape({}, { keywords: [{ ka: '' }] })).toContain('keyword 1 is missing in every language');
    expect(shape({}, { theme: 'FOOD' })).toMatch(/theme/);
  });

  it.each([
    { references },
    { source: 'isbn', required: true },
    { source: 'updatedAt', type: 'datetime', required: true },
  ])('may be right beside the content types: %j', (more) => expect(model(more)).toBe(''));

  it.each([
    [{ references, source: 'publisher.documentId' }, 'no "relation.documentId" to "api::authors.authors"'],
    [{ references, source: 'author.name' }, 'no "relation.documentId" to "api::authors.authors"'],
    [{ source: 'note', required: true }, 'lets "note" be empty'],
    [{ source: 'author.documentId', required: true }, 'lets "author.documentId" be empty'],
  ])('is wrong beside the content types: %j', (more, message) => expect(model(more)).toContain(message));
});
