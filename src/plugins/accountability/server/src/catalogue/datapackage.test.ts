import { dataPackage } from './datapackage';
import { exampleCatalogue } from './example-catalogue.test-support';

describe('the data package', () => {
  const document = dataPackage(exampleCatalogue());
  const [books] = document.resources;
  const field = (name: string) => books!.schema.fields.find((candidate) => candidate.name === name);

  it('says what it is, whose and under which licence', () => {
    expect(document).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'open-data',
      title: 'ქართული library / English library',
      version: '7',
      created: '2026-11-20T10:00:00Z',
      homepage: 'https://library.example/',
      licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
      contributors: [{ path: 'https://city.example/', email: 'data@city.example', roles: ['publisher'] }],
    });
    expect(document).not.toHaveProperty('keywords');
  });

  it.each([
    ['id', { type: 'string', constraints: { required: true, unique: true } }],
    ['title_ka', { type: 'string', title: 'ქართული title (ქართული) / English title (Georgian)' }],
    ['genre', { type: 'string', constraints: { enum: ['novel', 'sci-fi (new)'] } }],
    ['lent', { type: 'boolean', trueValues: ['true'], falseValues: ['false'] }],
    ['published', { type: 'date' }],
    ['updated_at', { type: 'datetime', constraints: { required: true } }],
    ['reader_ids', { type: 'string', description: expect.stringContaining('separated by "|"') }],
  ])('describes %s', (name, expected) => expect(field(name)).toMatchObject(expected));

  it('has the keys of the files', () => {
    expect(books!.schema).toMatchObject({
      primaryKey: ['id'],
      foreignKeys: [{ fields: ['author_id'], reference: { resource: 'authors', fields: ['id'] } }],
    });
    expect(document.resources[1]!.schema).not.toHaveProperty('foreignKeys');
  });

  it('can describe files that lie beside it', () => {
    const { resources } = dataPackage(exampleCatalogue(), ({ name }) => ({
      path: `${name}.csv`,
      bytes: 9,
      sha256: 'ab',
    }));
    expect(resources[0]).toMatchObject({ path: 'books.csv', bytes: 9, hash: 'sha256:ab' });
    expect(books).not.toHaveProperty('bytes');
  });
});
