import fc from 'fast-check';
import { exampleColumn, exampleContext } from './written-file.test-support';
import { written, type Value } from './written';
import { jsonLdWriter } from './json-ld';

const title = exampleColumn('title', { localized: true, propertyUrl: 'http://purl.org/dc/terms/title' });
const columns = [
  exampleColumn('id', { type: 'string', source: 'documentId' }),
  { ...title, name: 'title_ka', locale: 'ka' },
  { ...title, name: 'title_en', locale: 'en' },
  exampleColumn('pages', { type: 'integer' }),
  exampleColumn('published', { type: 'date' }),
  exampleColumn('author_ids', { type: 'string', separator: '|' }),
  exampleColumn('genre', { type: 'enum' }),
];
const plain = exampleContext(columns);
const context = {
  ...plain,
  dataset: {
    ...plain.dataset,
    linkedData: {
      type: 'https://schema.org/Book',
      id: 'books/{id}',
      columns: {
        author_ids: { property: 'https://schema.org/author', address: 'authors/{author_ids}' },
        genre: { property: 'https://schema.org/genre' },
      },
    },
  },
};
const API = 'https://library.example/api';

interface File {
  '@context': Record<string, unknown>;
  '@graph': Record<string, unknown>[];
}
const write = (rows: Value[][], some = columns) =>
  JSON.parse(written(jsonLdWriter({ ...context, columns: some }), rows)) as File;

describe('JSON-LD', () => {
  it('has addresses for ids, language maps for texts, and no key for what there is not', () => {
    const text = fc.option(fc.string({ unit: 'binary' }));
    const id = fc.stringMatching(/^[a-z0-9]{1,24}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, text, text, fc.option(fc.integer()), fc.array(id))), (rows) => {
        const [, ...graph] = write(
          rows.map(([key, ka, en, pages, authors]) => [key, ka, en, pages, null, authors, null]),
        )['@graph'];
        expect(graph).toEqual(
          rows.map(([key, ka, en, pages, authors]) => ({
            '@id': `${API}/books/${key}`,
            '@type': 'https://schema.org/Book',
            id: key,
            ...((ka !== null || en !== null) && {
              title: { ...(ka !== null && { ka }), ...(en !== null && { en }) },
            }),
            ...(pages !== null && { pages }),
            ...(authors.length > 0 && { author_ids: authors.map((author) => `${API}/authors/${author}`) }),
          })),
        );
      }),
    );
  });

  it('says in its context what every key means', () => {
    const own = (name: string) => `${API}/open-data/books#${name}`;
    expect(write([])['@context']).toEqual({
      '@version': 1.1,
      id: { '@id': own('id') },
      title: { '@id': 'http://purl.org/dc/terms/title', '@container': '@language' },
      pages: { '@id': own('pages') },
      published: { '@id': own('published'), '@type': 'http://www.w3.org/2001/XMLSchema#date' },
      author_ids: { '@id': 'https://schema.org/author', '@type': '@id' },
      genre: { '@id': 'https://schema.org/genre' },
    });
  });

  it('describes the dataset and its licence first, and names no row whose key was not asked for', () => {
    const [about, row] = write([['ა']], columns.slice(1, 2))['@graph'];
    expect(about).toMatchObject({
      '@id': `${API}/open-data/books`,
      'http://purl.org/dc/terms/license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    });
    expect(row).toEqual({ '@type': 'https://schema.org/Book', title: { ka: 'ა' } });
  });
});
