import { datasets } from '../../src/accountability/datasets';
import { outputColumns } from '../../src/plugins/accountability/server/src/open-data/columns';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { tableFaults, type TableSchema } from '../support/table-schema';
import { bootTracker, type Tracker } from '../support/tracker';

const LANGUAGES = ['ka', 'en'];
const GEORGIAN = /[ა-ჰ]/;
const LATIN = /[A-Za-z]/;

interface DataPackage {
  resources: { name: string; path: string; schema: TableSchema & { fields: { description: string }[] } }[];
}
interface Csvw {
  tables: {
    url: string;
    tableSchema: {
      columns: { name: string; titles: Record<string, string>; 'dc:description': object[] }[];
      foreignKeys?: { columnReference: string; reference: { resource: string } }[];
    };
  }[];
}
interface OpenApi {
  paths: Record<string, { get?: { parameters?: { name?: string; schema?: { enum?: string[] } }[] } }>;
  components: { schemas: Record<string, { properties: Record<string, { description: string }> }> };
}

describe('the metadata of the open data', () => {
  let tracker: Tracker;
  const address = (file: string) => `${tracker.url}/api/open-data/${file}`;
  const text = async (file: string): Promise<string> => {
    const response = await fetch(address(file));
    expect([file, response.status]).toEqual([file, 200]);
    return response.text();
  };
  const json = async <Body>(file: string) => JSON.parse(await text(file)) as Body;

  beforeAll(async () => {
    tracker = await bootTracker({
      env: {
        SEED_DEMO: 'true',
        OPEN_DATA_PUBLISHER_KA: 'ქუთაისის მერია',
        OPEN_DATA_PUBLISHER_EN: 'Kutaisi City Hall',
        OPEN_DATA_CONTACT_EMAIL: 'data@kutaisi.example',
      },
    });
  });
  afterAll(() => tracker.close());

  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    'describe every column of %s in each document and both languages',
    async (name, dataset) => {
      const columns = outputColumns(dataset, LANGUAGES).map((column) => column.name);
      expect((await text(`${name}.csv`)).split('\r\n')[0]).toBe(columns.join());

      const { resources } = await json<DataPackage>('datapackage.json');
      const { fields } = resources.find((resource) => resource.name === name)!.schema;
      expect(fields.map((field) => field.name)).toEqual(columns);
      for (const { description } of fields) {
        expect(description).toMatch(GEORGIAN);
        expect(description).toMatch(LATIN);
      }

      const [table] = (await json<Csvw>(`${name}.csv-metadata.json`)).tables;
      expect(table!.tableSchema.columns.map(({ titles }) => titles.und)).toEqual(columns);
      for (const column of table!.tableSchema.columns) {
        expect(column).toMatchObject({
          titles: { ka: expect.stringMatching(GEORGIAN), en: expect.stringMatching(LATIN) },
          'dc:description': [
            { '@language': 'ka', '@value': expect.stringMatching(GEORGIAN) },
            { '@language': 'en', '@value': expect.stringMatching(LATIN) },
          ],
        });
      }

      for (const [language, letters] of [
        ['ka', GEORGIAN],
        ['en', LATIN],
      ] as const) {
        const dictionary = await text(`dictionary.md?locale=${language}`);
        const section = dictionary.slice(dictionary.indexOf(`(\`${name}\`)`));
        const { components } = await json<OpenApi>(`openapi.json?locale=${language}`);
        const properties = components.schemas[`${name}-row`]!.properties;
        expect(Object.keys(properties)).toEqual(columns);
        for (const column of columns) {
          expect(properties[column]!.description).toMatch(letters);
          const row = section.split('\n').find((line) => line.startsWith(`| \`${column}\` |`));
          expect(row?.split(' | ').at(-1)).toMatch(letters);
        }
      }
      // Search engines refuse a description that is too short or too long.
      for (const description of Object.values(dataset.description)) {
        expect(description.length).toBeGreaterThanOrEqual(50);
        expect(description.length).toBeLessThanOrEqual(5000);
      }
    },
  );

  it('fit the files; a file with a column dropped, a type changed or a key twice does not', async () => {
    const { resources } = await json<DataPackage>('datapackage.json');
    for (const { name, schema } of resources) {
      const csv = await text(`${name}.csv`);
      expect([name, tableFaults(csv, schema)]).toEqual([name, []]);
      const kept = csv.split('\r\n')[0]!.split(',').slice(0, -1).join();
      expect(tableFaults(await text(`${name}.csv?fields=${kept}`), schema)).toEqual([
        expect.stringContaining('header'),
      ]);
      const lines = csv.split('\r\n');
      // Without rows there is nothing to repeat.
      if (lines.length === 2) continue;
      const repeated = [...lines.slice(0, -1), lines.at(-2)!, ''].join('\r\n');
      expect(tableFaults(repeated, schema)).toContain('id: a value twice');
    }
    const { schema } = resources.find(({ name }) => name === 'milestones')!;
    const csv = await text('milestones.csv');
    expect(tableFaults(csv.replaceAll('2019-06-01', 'June 2019'), schema).join()).toContain('end_date');
    expect(tableFaults(csv.replaceAll(',completed,', ',done,'), schema).join()).toContain(
      'implementation_status',
    );
  });

  it('have foreign keys that hold, also where the other end is not public', async () => {
    const commitments = tracker.strapi.documents('api::commitment.commitment');
    const milestones = tracker.strapi.documents('api::milestone.milestone');
    const hidden = await commitments.create({ data: { title: 'მონახაზი' }, locale: 'ka' } as never);
    const orphan = await milestones.create({
      data: { title: 'ეტაპი', commitment: hidden.documentId },
      locale: 'ka',
      status: 'published',
    } as never);
    const { resources } = await json<DataPackage>('datapackage.json');
    let checked = 0;
    for (const { name, schema } of resources) {
      const csvw = await json<Csvw>(`${name}.csv-metadata.json`);
      expect(csvw.tables[0]!.tableSchema.foreignKeys?.map((key) => [key.columnReference]) ?? []).toEqual(
        schema.foreignKeys?.map(({ fields }) => fields) ?? [],
      );
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = resources.find((resource) => resource.name === reference.resource)!;
        expect(target.schema.fields.map((field) => field.name)).toContain(reference.fields[0]);
        expect(csvw.tables.map(({ url }) => url)).toContain(target.path);
        const known = parseCsv(await text(`${target.name}.csv`)).map((row) => row[reference.fields[0]!]);
        for (const row of parseCsv(await text(`${name}.csv`))) {
          const value = row[fields[0]!];
          if (value !== '') expect(known).toContain(value);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(4);
    await milestones.delete({ documentId: orphan.documentId, locale: '*' } as never);
    await commitments.delete({ documentId: hidden.documentId, locale: '*' } as never);
  });

  it('list the same in Turtle and JSON-LD: every dataset, a file per format, the publisher', async () => {
    interface Node {
      '@id': string;
      '@type': string;
      'foaf:name'?: { '@value': string; '@language': string }[];
    }
    const graph = (await json<{ '@graph': Node[] }>('catalog.jsonld'))['@graph'];
    const turtle = await text('catalog.ttl');
    const ofType = (type: string) => graph.filter((node) => node['@type'] === type);
    expect(ofType('dcat:Dataset').map((node) => node['@id'])).toEqual(
      datasets.map(({ name }) => address(name)),
    );
    const { datasets: index } = await json<{ datasets: { links: object[] }[] }>('');
    expect(ofType('dcat:Distribution')).toHaveLength(index.flatMap(({ links }) => links).length);
    expect(ofType('foaf:Agent')[0]!['foaf:name']).toEqual([
      { '@value': 'ქუთაისის მერია', '@language': 'ka' },
      { '@value': 'Kutaisi City Hall', '@language': 'en' },
    ]);
    for (const node of graph) expect(turtle).toContain(`<${node['@id']}>\n  a ${node['@type']}`);
    for (const { labels } of datasets) {
      expect(turtle).toContain(`dct:title "${labels.ka}"@ka, "${labels.en}"@en`);
    }
    expect(turtle).toContain('dcat:startDate "2018-10-01"^^xsd:date');
  });

  it('describe addresses in OpenAPI that are there', async () => {
    const { paths } = await json<OpenApi>('openapi.json');
    const single = async (collection: string): Promise<string> => {
      const { body } = await jsonRequest<{ data: { documentId: string }[] }>(
        `${tracker.url}/api/${collection}?fields=documentId`,
      );
      return body.data[0]?.documentId ?? '';
    };
    let called = 0;
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get) continue;
      const collection = path.split('/')[1]!;
      const id = path.includes('{documentId}') ? await single(collection) : '';
      // The demo has no document of every type, and no release.
      if ((path.includes('{documentId}') && !id) || path.includes('{version}')) continue;
      const formats = get.parameters?.find(({ name }) => name === 'format')?.schema?.enum ?? [''];
      for (const format of formats) {
        const filled = path
          .replace('{documentId}', id)
          .replace('{dataset}', 'partners')
          .replace('{format}', format);
        expect([filled, (await fetch(`${tracker.url}/api${filled}`)).status]).toEqual([filled, 200]);
        called += 1;
      }
    }
    expect(called).toBeGreaterThan(25);
    expect(Object.keys(paths)).toContain('/accountability/transitions');
  });

  it.each([
    ['datapackage.json', 'application/json'],
    ['catalog.ttl', 'text/turtle'],
    ['catalog.jsonld', 'application/ld+json'],
    ['catalog.schema.jsonld?locale=en', 'application/ld+json'],
    ['partners.schema.jsonld', 'application/ld+json'],
    ['partners.csv-metadata.json', 'application/csvm+json'],
    ['dictionary.md', 'text/markdown'],
    ['openapi.json', 'application/vnd.oai.openapi+json'],
  ])('come with type, tag and links, and need not come twice: %s', async (file, mediaType) => {
    const response = await fetch(address(file));
    const { headers } = response;
    expect(headers.get('content-type')).toContain(mediaType);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('link')).toContain('rel="license"');
    const tag = headers.get('etag')!;
    expect(tag).toMatch(/^"[^"]+"$/);
    const body = await response.text();
    const head = await fetch(address(file), { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), head.headers.get('content-length')]).toEqual([
      200,
      tag,
      String(Buffer.byteLength(body)),
    ]);
    for (const tags of [tag, `"other", ${tag}`, '*']) {
      const again = await fetch(address(file), { headers: { 'if-none-match': tags } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    }
    expect((await fetch(address(file), { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it.each([
    ['datapackage.json?locale=ka', 400, 'locale'],
    ['dictionary.md?locale=fr', 400, 'locale'],
    ['dictionary.md?fields=id', 400, 'fields'],
    ['nothing.csv-metadata.json', 404, 'nothing'],
    ['nothing.schema.jsonld', 404, 'nothing'],
    ['catalog.rdf', 404, 'catalog'],
  ])('refuse %s with %i and a problem document', async (file, status, word) => {
    const response = await jsonRequest(address(file));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(response.body)).toContain(word);
  });

  it('change with what is published, and not with drafts', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const tag = async () => (await fetch(address('dictionary.md?locale=en'))).headers.get('etag');
    const before = await tag();
    const { documentId } = await partners.create({ data: { name: 'ახალი' }, locale: 'ka' } as never);
    expect(await tag()).toBe(before);
    await partners.publish({ documentId, locale: 'ka' } as never);
    expect(await tag()).not.toBe(before);
    const rows = parseCsv(await text('partners.csv')).length;
    const dictionary = await text('dictionary.md?locale=en');
    expect(dictionary.slice(dictionary.indexOf('(`partners`)'))).toContain(`Rows: ${rows}`);
    await partners.delete({ documentId, locale: '*' } as never);
  });

  it('are told by the index', async () => {
    interface Linked {
      documents: { href: string }[];
    }
    const index = await json<Linked & { datasets: Linked[] }>('');
    const all = [index, ...index.datasets].flatMap(({ documents }) => documents);
    expect(all).toHaveLength(6 + 3 * datasets.length);
    for (const { href } of all) expect((await fetch(href)).status).toBe(200);
  });
});

describe('the metadata behind a proxy', () => {
  it('give addresses of the public site only', async () => {
    const tracker = await bootTracker({ env: { PUBLIC_URL: 'https://data.example' } });
    try {
      const files = [
        'datapackage.json',
        'catalog.ttl',
        'catalog.jsonld',
        'catalog.schema.jsonld',
        'dictionary.md',
      ];
      for (const file of [
        ...files,
        'openapi.json',
        'partners.csv-metadata.json',
        'partners.schema.jsonld',
        '',
      ]) {
        const response = await fetch(`${tracker.url}/api/open-data/${file}`);
        const body = `${await response.text()} ${response.headers.get('link')}`;
        expect(body).toContain('https://data.example/api');
        expect([file, body.includes('127.0.0.1')]).toEqual([file, false]);
      }
    } finally {
      await tracker.close();
    }
  });
});
