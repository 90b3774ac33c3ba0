import type { ColumnDeclaration, DatasetDeclaration } from '../declaration';
import { datasetModelProblems } from './content-types';
import type { Model } from '../content-model';
import { datasetShapeProblems } from './shape';

const words = { ka: 'სიტყვა', en: 'Word' };
const base = { labels: words, description: words };
const localized = { i18n: { localized: true } };
const id: ColumnDeclaration = { name: 'id', type: 'string', source: 'documentId', ...base };

const models: Record<string, Model> = {
  'api::book.book': {
    pluginOptions: localized,
    attributes: {
      title: { type: 'string', pluginOptions: localized },
      pages: { type: 'integer' },
      secret: { type: 'string', private: true },
      kind: { type: 'enumeration', enum: ['novel', 'poem'] },
      cover: { type: 'media' },
      subjects: { type: 'relation', relation: 'manyToMany', target: 'api::subject.subject' },
      authors: { type: 'relation', relation: 'manyToMany', target: 'api::author.author' },
      publisher: { type: 'relation', relation: 'manyToOne', target: 'api::author.author' },
      anything: { type: 'relation', relation: 'morphToOne' },
      marks: { type: 'component', component: 'shared.mark', repeatable: true },
    },
  },
  'api::author.author': { attributes: { name: { type: 'string' }, email: { type: 'email', private: true } } },
  'api::subject.subject': {
    pluginOptions: localized,
    attributes: {
      scheme: { type: 'string' },
      code: { type: 'string' },
      name: { type: 'string', pluginOptions: localized },
    },
  },
  'shared.mark': { attributes: { scheme: { type: 'string' }, value: { type: 'string' } } },
};

const books = (columns: object[], more: object = {}): DatasetDeclaration => ({
  name: 'books',
  contentType: 'api::book.book',
  key: 'id',
  ...base,
  columns: columns as ColumnDeclaration[],
  ...more,
});

const shape = (dataset: unknown) => datasetShapeProblems([dataset], ['ka', 'en']);
const column = (more: object) => ({ name: 'x', type: 'string', source: 'title', ...base, ...more });

describe('the shape of a declaration', () => {
  it('may be right', () => expect(shape(books([id]))).toEqual([]));

  it.each([
    ['a missing label', column({ labels: {} }), 'column "x": a label is missing in every language'],
    [
      'a blank description',
      column({ description: { ka: ' ', en: '' } }),
      'a description is missing in every language',
    ],
    ['a name that is not snake_case', column({ name: 'leadAgency' }), 'must be snake_case'],
    ['a path that is none', column({ source: 'a.b.c' }), 'source "a.b.c" is not a path'],
    ['an enum without values', column({ type: 'enum' }), 'needs "values"'],
    ['values of another type', column({ values: [] }), 'belong to type "enum"'],
    ['the same name twice', column({ name: 'id' }), 'two columns come out as "id"'],
    ['an unknown type', column({ type: 'colour' }), 'datasets › "books" › columns › "x" › type'],
    ['a misspelt property', column({ lables: words }), 'lables'],
  ])('is wrong with %s', (_, wrong, message) => {
    expect(shape(books([id, wrong])).join('\n')).toContain(message);
  });

  it('sees a localized name that meets another', () => {
    const columns = [id, column({ name: 'title', localized: true }), column({ name: 'title_en' })];
    expect(shape(books(columns)).join()).toContain('two columns come out as "title_en"');
  });

  it('needs a key that stays', () => {
    expect(shape(books([id], { key: 'nr' })).join()).toContain('key "nr" is none of its columns');
    expect(shape(books([id, column({ name: 'nr' })], { key: 'nr' })).join()).toContain(
      'must have source "documentId"',
    );
  });

  it('reports all problems at once', () => {
    expect(shape(books([id, column({ name: 'A', labels: {}, description: {} })]))).toHaveLength(3);
  });

  it('sees two datasets of one name', () => {
    expect(datasetShapeProblems([books([id]), books([id])], ['ka', 'en']).join()).toContain(
      'taken by another dataset',
    );
  });
});

describe('a declaration beside its content types', () => {
  const problems = (more: object) => datasetModelProblems([books([column(more)])], (uid) => models[uid]);

  it.each([
    { source: 'title', localized: true },
    { source: 'pages', type: 'integer' },
    { source: 'authors.name', separator: '; ' },
    { source: 'authors.documentId', separator: '|' },
    { source: 'publisher.name' },
    { source: 'marks.scheme:value', separator: '|', where: { scheme: 'isbn' } },
    { source: 'marks.scheme:value', separator: '|', having: 'value' },
    { source: 'subjects.scheme:code', separator: '|' },
    { source: 'updatedAt', type: 'datetime' },
    {
      source: 'kind',
      type: 'enum',
      values: [
        { value: 'novel', labels: words },
        { value: 'poem', labels: words },
      ],
    },
  ])('may be right: %j', (more) => expect(problems(more)).toEqual([]));

  it.each([
    [{ source: 'titel' }, 'there is no attribute "titel"'],
    [{ source: 'authors.nom', separator: ';' }, 'there is no attribute "nom"'],
    [{ source: 'marks.documentId', separator: ';' }, 'there is no attribute "documentId"'],
    [{ source: 'secret' }, '"secret" is private'],
    [{ source: 'authors.email', separator: ';' }, '"email" is private'],
    [{ source: 'title' }, 'add "localized: true"'],
    [{ source: 'pages', type: 'integer', localized: true }, 'drop "localized"'],
    [{ source: 'pages' }, 'cannot carry attribute "pages" of type "integer"'],
    [{ source: 'cover' }, 'cannot carry attribute "cover"'],
    [{ source: 'authors' }, 'stops at a relation'],
    [{ source: 'authors.name' }, 'set a "separator"'],
    [{ source: 'publisher.name', separator: ';' }, 'remove the "separator"'],
    [{ source: 'anything.name' }, 'neither a component nor a relation to one type'],
    [{ source: 'pages.x' }, 'neither a component nor a relation to one type'],
    [{ source: 'marks.value', separator: '|', where: { colour: 'red' } }, '"where" names "colour"'],
    [{ source: 'marks.scheme', separator: '|', having: 'colour' }, '"having" names "colour"'],
    [{ source: 'authors.name', separator: '|', having: 'name' }, '"having" names "name"'],
    [{ source: 'subjects.scheme:name', separator: '|', localized: true }, 'no localized attributes'],
    [{ source: 'publisher.name:documentId' }, 'several parts of a relation need a list'],
    [{ source: 'kind', type: 'enum', values: [{ value: 'novel', labels: words }] }, '"values" lack "poem"'],
  ])('is wrong: %j', (more, message) => {
    const found = problems(more).join('\n');
    expect(found).toContain(message);
    expect(found).toContain('dataset "books", column "x"');
  });

  it('says one thing of an attribute that is not there', () => {
    expect(problems({ source: 'titel', localized: true })).toHaveLength(1);
  });

  it.each([
    [{ visibleWith: 'title' }, '"visibleWith" names "title", which is no public relation'],
    [{ visibleUnder: 'title' }, '"visibleUnder" names "title"'],
    [{ visibleUnder: 'publisher' }, 'which is no public relation to the same content type'],
  ])('has to name relations for what is visible: %j', (more, message) => {
    expect(datasetModelProblems([books([id], more)], (uid) => models[uid]).join()).toContain(message);
  });

  it('names an unknown content type', () => {
    const unknown = books([id], { contentType: 'api::nothing.nothing' });
    expect(datasetModelProblems([unknown], (uid) => models[uid])).toEqual([
      'dataset "books": content type "api::nothing.nothing" does not exist; correct the uid',
    ]);
  });
});
