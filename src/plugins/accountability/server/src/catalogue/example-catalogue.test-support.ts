import { parseOpenDataConfig } from '../datasets/config';
import type { ColumnDeclaration, DatasetDeclaration } from '../datasets/declaration';
import type { Catalogue, Release } from './catalogue';

const words = (name: string) => ({ ka: `ქართული ${name}`, en: `English ${name}` });

const column = (name: string, more: Partial<ColumnDeclaration> = {}): ColumnDeclaration => ({
  name,
  type: 'string',
  source: name,
  labels: words(name),
  description: words(`description of ${name}`),
  ...more,
});

const authors: DatasetDeclaration = {
  name: 'authors',
  contentType: 'api::author.author',
  key: 'id',
  labels: words('authors'),
  description: words('description of authors'),
  columns: [
    column('id', { source: 'documentId' }),
    column('name', { localized: true, propertyUrl: 'http://xmlns.com/foaf/0.1/name' }),
    column('website', { format: 'uri' }),
  ],
};

const books: DatasetDeclaration = {
  name: 'books',
  contentType: 'api::book.book',
  key: 'id',
  labels: words('books'),
  description: words('description of books'),
  keywords: [words('reading')],
  theme: 'EDUC',
  temporal: { start: 'published', end: 'published' },
  columns: [
    column('id', { source: 'documentId' }),
    column('title', { type: 'text', localized: true }),
    column('author_id', { source: 'author.documentId', references: { dataset: 'authors', column: 'id' } }),
    column('reader_ids', {
      source: 'readers.documentId',
      separator: '|',
      references: { dataset: 'authors', column: 'id' },
    }),
    column('genre', {
      type: 'enum',
      values: [
        { value: 'novel', labels: words('novel') },
        { value: 'sci-fi (new)', labels: words('science fiction') },
      ],
    }),
    column('pages', { type: 'integer', filterable: false }),
    column('price', { type: 'number' }),
    column('lent', { type: 'boolean' }),
    column('published', { type: 'date' }),
    column('updated_at', { type: 'datetime', source: 'updatedAt', required: true }),
  ],
};

export const RELEASES: readonly Release[] = [
  {
    version: '2026-11-02',
    created: '2026-11-02T00:00:00Z',
    bytes: 1234,
    sha256: 'ab'.repeat(32),
    url: 'https://library.example/files/2026-11-02.zip',
  },
  {
    version: '2026-11-01',
    created: '2026-11-01T00:00:00Z',
    bytes: 1200,
    sha256: 'cd'.repeat(32),
    url: 'https://library.example/files/2026-11-01.zip',
  },
];

/** A library's catalogue for the specs: two datasets, every type of column, keys between them. */
export function exampleCatalogue({
  openData = {},
  releases = [],
}: { openData?: object; releases?: readonly Release[] } = {}): Catalogue {
  return {
    config: parseOpenDataConfig({
      languages: ['ka', 'en'],
      datasets: [books, authors],
      openData: {
        title: words('library'),
        description: words('description of the library'),
        publisher: { name: words('city'), type: 'LocalAuthority', homepage: 'https://city.example/' },
        contact: { email: 'data@city.example' },
        spatial: {
          uri: 'http://publications.europa.eu/resource/authority/country/GEO',
          labels: words('Georgia'),
        },
        ...openData,
      },
    }),
    formats: [
      {
        extension: 'csv',
        mediaType: 'text/csv; charset=utf-8',
        parameters: (z) => ({ bom: z.enum(['0', '1']) }),
      },
      { extension: 'ndjson', mediaType: 'application/x-ndjson' },
      { extension: 'json', mediaType: 'application/json' },
    ],
    facts: {
      revision: '7',
      modified: '2026-11-20T10:00:00Z',
      datasets: {
        books: { rows: 12, modified: '2026-11-20T10:00:00Z', temporal: { start: '1999-01-01', end: null } },
      },
      releases,
    },
    base: 'https://library.example/api/open-data',
    api: 'https://library.example/api',
    collectionOf: (contentType) => (contentType === 'api::author.author' ? 'authors' : undefined),
  };
}

/** A dataset of the example, by name. */
export const exampleDataset = (name: 'books' | 'authors'): DatasetDeclaration =>
  name === 'books' ? books : authors;
