import { exampleCatalogue, exampleDataset } from './example-catalogue.test-support';
import { schemaOrgCatalogue, schemaOrgDataset } from './schema-org';

describe('datasets for search engines', () => {
  const catalogue = exampleCatalogue();

  it('come in every language, each marked', () => {
    expect(schemaOrgDataset(catalogue, exampleDataset('books'))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: [
        { '@language': 'ka', '@value': 'ქართული books' },
        { '@language': 'en', '@value': 'English books' },
      ],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      temporalCoverage: '1999-01-01/..',
      version: '7',
      includedInDataCatalog: { '@type': 'DataCatalog' },
      distribution: expect.arrayContaining([
        {
          '@type': 'DataDownload',
          contentUrl: expect.stringMatching(/books\.csv$/),
          encodingFormat: 'text/csv',
          dateModified: '2026-11-20T10:00:00Z',
        },
      ]),
    });
  });

  it('come in one language with the columns and files of that language', () => {
    const dataset = schemaOrgDataset(catalogue, exampleDataset('books'), 'en');
    expect(dataset).toMatchObject({ name: 'English books', inLanguage: 'en', keywords: ['English reading'] });
    expect(dataset.variableMeasured.map(({ name }) => name)).toContain('title');
    expect(dataset.distribution[0]!.contentUrl).toMatch(/books\.csv\?locale=en$/);
  });

  it('are together in the catalogue', () => {
    const { dataset, ...rest } = schemaOrgCatalogue(catalogue, 'ka');
    expect(rest).toMatchObject({
      '@type': 'DataCatalog',
      name: 'ქართული library',
      publisher: { url: 'https://city.example/' },
    });
    expect(dataset.map(({ name }) => name)).toEqual(['ქართული books', 'ქართული authors']);
    expect(dataset[1]).not.toHaveProperty('temporalCoverage');
  });
});
