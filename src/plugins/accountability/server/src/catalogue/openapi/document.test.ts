import { exampleCatalogue } from '../example-catalogue.test-support';
import { openApiDocument } from './document';
import { metadataPart } from './metadata';
import type { ApiContext, ApiPart } from './part';

const context = (language = 'en'): ApiContext => ({
  catalogue: exampleCatalogue(),
  hasWorkflows: true,
  importMappings: ['native', 'shelves'],
  searchKinds: [],
  maxPageSize: 50,
  further: [],
  language,
  contentTypes: [
    {
      contentType: 'api::book.book',
      collection: 'books',
      labels: { ka: 'წიგნები', en: 'Books' },
      localized: true,
      overdue: true,
      history: true,
      parts: ['chapters'],
      attributes: {
        title: { type: 'string' },
        genre: { type: 'enumeration', enum: ['novel'] },
        author: { type: 'relation', relation: 'manyToOne', target: 'api::author.author' },
        marks: { type: 'component', repeatable: true, attributes: { value: { type: 'string' } } },
      },
    },
  ],
});
const metadata = metadataPart({ 'dictionary.md': { mediaType: 'text/markdown', locale: 'one' } }, {});

interface Operation {
  summary: string;
  parameters: { name?: string; $ref?: string; schema?: object; description?: string }[];
  responses: Record<string, { $ref?: string; content?: object }>;
  security?: object[];
}
const operation = (document: object, path: string, method = 'get') =>
  (document as { paths: Record<string, Record<string, Operation>> }).paths[path]![method]!;

/** Every `$ref`, at any depth. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : references(inner),
  );
}

describe('the description of the API', () => {
  const document = openApiDocument(context(), [metadata]);

  it('has every address', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/accountability/imports',
      '/accountability/imports/{id}',
      '/accountability/transitions',
      '/accountability/workflows',
      '/books',
      '/books/{documentId}',
      '/books/{documentId}/status-history',
      '/open-data',
      '/open-data/all.zip',
      '/open-data/authors.{format}',
      '/open-data/books.{format}',
      '/open-data/changes.atom',
      '/open-data/changes.ndjson',
      '/open-data/deadlines.ics',
      '/open-data/dictionary.md',
      '/open-data/releases.json',
      '/open-data/releases/{version}.zip',
      '/open-data/status-changes.json',
      '/open-data/summary.json',
    ]);
  });

  it('points at nothing that is not there', () => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(20);
    for (const path of new Set(found)) {
      const target = path
        .slice(2)
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
      expect([path, typeof target]).toEqual([path, 'object']);
    }
  });

  it('lists the parameters of a dataset: filters by type, formats, fields, also the short names', () => {
    const { parameters, responses } = operation(document, '/open-data/books.{format}');
    const names = parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['format', 'locale', 'fields', 'bom']));
    expect(names).toEqual(
      expect.arrayContaining([
        'filters[published][$gte]',
        'filters[title_ka][$contains]',
        'filters[title][$eq]',
      ]),
    );
    expect(names).not.toContain('filters[published][$contains]');
    expect(names).not.toContain('filters[pages][$eq]');
    expect(parameters.find(({ name }) => name === 'filters[genre][$in]')?.schema).toMatchObject({
      items: { enum: ['novel', 'sci-fi (new)'] },
      maxItems: 200,
    });
    expect(parameters.find(({ name }) => name === 'bom')?.description).toContain('csv');
    expect(Object.keys(responses[200]!.content!)).toEqual([
      'text/csv',
      'application/x-ndjson',
      'application/json',
    ]);
    for (const status of [400, 404, 500]) expect(responses[status]!.$ref).toMatch(/problem$/);
  });

  it('says what feeds and counts take and answer', () => {
    const changes = operation(document, '/open-data/changes.ndjson');
    expect(changes.parameters.map(({ name }) => name)).toEqual(['since', 'limit']);
    expect(changes.responses[200]!.content).toHaveProperty(['application/x-ndjson']);
    expect(operation(document, '/open-data/deadlines.ics').responses[200]!.content).toHaveProperty([
      'text/calendar',
    ]);
    const files = ['changes.ndjson', 'changes.atom', 'status-changes.json', 'deadlines.ics', 'summary.json'];
    for (const file of [...files, 'all.zip']) {
      const { responses } = operation(document, `/open-data/${file}`);
      expect([file, Object.keys(responses)]).toEqual([file, expect.arrayContaining(['304', '400', '500'])]);
      expect(responses[400]!.$ref).toMatch(/problem$/);
    }
  });

  it('has a schema of each row with every column', () => {
    const schemas = document.components.schemas as unknown as Record<
      string,
      { properties: Record<string, object> }
    >;
    expect(schemas['books-row']!.properties).toMatchObject({
      title_ka: { type: ['string', 'null'] },
      reader_ids: { type: 'array' },
      genre: { enum: ['novel', 'sci-fi (new)', null] },
      published: { format: 'date' },
      lent: { type: ['boolean', 'null'] },
    });
    expect(schemas['books-document']!.properties).toMatchObject({
      documentId: { type: 'string' },
      genre: { enum: ['novel', null] },
      marks: { type: 'array', items: { properties: { value: {} } } },
    });
  });

  it('asks for a token only where one is needed', () => {
    expect(document.security).toEqual([]);
    expect(operation(document, '/accountability/transitions', 'post').security).toEqual([
      { 'api-token': [] },
    ]);
    expect(operation(document, '/books').security).toBeUndefined();
  });

  it('is in Georgian on request', () => {
    const georgian = openApiDocument(context('ka'), [metadata]);
    expect(operation(georgian, '/books').summary).toBe('წიგნები: სია');
    const texts = JSON.stringify(georgian).match(/"(?:summary|description)":"(?:[^"\\]|\\.)+"/g)!;
    expect(texts.filter((text) => !/[ა-ჰ]/.test(text) && !/Markdown/.test(text))).toEqual([]);
  });

  it('takes the parts of other capabilities, but no name twice', () => {
    const part: ApiPart = { tags: [{ name: 'more', description: 'More' }], paths: { '/more': { get: {} } } };
    expect(Object.keys(openApiDocument(context(), [() => part]).paths)).toContain('/more');
    expect(() => openApiDocument(context(), [() => part, () => part])).toThrow('two paths "/more"');
  });

  it('says nothing of workflows and imports where there are none', () => {
    const { paths } = openApiDocument({ ...context(), hasWorkflows: false, importMappings: [] });
    expect(Object.keys(paths).join()).not.toMatch(/accountability|status-history/);
  });
});
