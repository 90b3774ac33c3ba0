import { csvwMetadata } from './csvw';
import { exampleCatalogue, exampleDataset } from './example-catalogue.test-support';

const metadata = csvwMetadata(exampleCatalogue(), exampleDataset('books'));
const [table, target] = metadata.tables;
const column = (name: string) => table!.tableSchema.columns.find((candidate) => candidate.name === name);

describe('CSVW metadata', () => {
  it('has the context, the file and the texts in both languages', () => {
    expect(metadata['@context']).toBe('http://www.w3.org/ns/csvw');
    expect(table).toMatchObject({
      url: 'https://library.example/api/open-data/books.csv',
      'dc:title': [
        { '@value': 'ქართული books', '@language': 'ka' },
        { '@value': 'English books', '@language': 'en' },
      ],
      'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      dialect: { header: true, lineTerminators: ['\r\n'] },
    });
  });

  it('names the header of every column among its titles, in the order of the file', () => {
    expect(table!.tableSchema.columns.map(({ titles }) => titles.und)).toEqual([
      'id',
      'title_ka',
      'title_en',
      'author_id',
      'reader_ids',
      'genre',
      'pages',
      'price',
      'lent',
      'published',
      'updated_at',
    ]);
    expect(column('title_en')).toMatchObject({
      lang: 'en',
      titles: { ka: 'ქართული title (ინგლისური)', en: 'English title (English)' },
    });
  });

  it.each([
    ['id', { datatype: { base: 'string' }, required: true }],
    ['genre', { datatype: { base: 'string', format: 'novel|sci-fi \\(new\\)' } }],
    ['pages', { datatype: { base: 'integer' } }],
    ['price', { datatype: { base: 'number' } }],
    ['lent', { datatype: { base: 'boolean' } }],
    ['published', { datatype: { base: 'date' } }],
    ['updated_at', { datatype: { base: 'dateTime' }, required: true }],
    ['reader_ids', { separator: '|' }],
    ['author_id', { valueUrl: 'https://library.example/api/authors/{author_id}' }],
  ])('describes %s', (name, expected) => expect(column(name)).toMatchObject(expected));

  it('leads by key to the other file, which is beside it, and not from a list', () => {
    expect(table!.tableSchema).toMatchObject({
      primaryKey: 'id',
      aboutUrl: 'https://library.example/api/open-data/books#{id}',
      foreignKeys: [
        {
          columnReference: 'author_id',
          reference: { resource: 'https://library.example/api/open-data/authors.csv', columnReference: 'id' },
        },
      ],
    });
    expect(target).toMatchObject({
      url: 'https://library.example/api/open-data/authors.csv',
      suppressOutput: true,
    });
    expect(target!.tableSchema.aboutUrl).toBe('https://library.example/api/authors/{id}');
    expect(csvwMetadata(exampleCatalogue(), exampleDataset('authors')).tables).toHaveLength(1);
  });
});
