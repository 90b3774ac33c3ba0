import { datasets } from '../../src/accountability/datasets';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { metadataReader } from '../support/metadata';
import { mailedToken } from '../support/unsubscribe-link';
import { statusOf } from '../support/status-of';
import { bootTracker, type Tracker } from '../support/tracker';

interface OpenApi {
  paths: Record<
    string,
    {
      get?: {
        security?: object[];
        parameters?: { name?: string; required?: boolean; schema?: { enum?: string[] } }[];
      };
    }
  >;
}

describe('the metadata of the open data', () => {
  let tracker: Tracker;
  const { address, text, json } = metadataReader(() => tracker);

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
          .replace('{token}', mailedToken(tracker.strapi, 'somecomment'))
          .replace('{format}', format)
          .concat(get.parameters?.some(({ name, required }) => name === 'q' && required) ? '?q=open' : '');
        // What takes a token is there, and refuses who has none.
        const expected = get.security ? 401 : 200;
        expect([filled, await statusOf(`${tracker.url}/api${filled}`)]).toEqual([filled, expected]);
        called += 1;
      }
    }
    expect(called).toBeGreaterThan(25);
    expect(Object.keys(paths)).toContain('/accountability/transitions');
  });

  it('and the feeds name the publisher of the settings', async () => {
    for (const [language, publisher] of [
      ['ka', 'ქუთაისის მერია'],
      ['en', 'Kutaisi City Hall'],
    ] as const) {
      const atom = await text(`changes.atom?locale=${language}`);
      expect(atom).toContain(`<name>${publisher}</name>`);
      const calendar = (await text(`deadlines.ics?locale=${language}`)).replaceAll('\r\n ', '');
      expect(calendar).toContain(publisher);
    }
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

  it('are listed by the index', async () => {
    interface Linked {
      documents: { href: string }[];
    }
    const index = await json<Linked & { datasets: Linked[] }>('');
    const all = [index, ...index.datasets].flatMap(({ documents }) => documents);
    expect(all).toHaveLength(6 + 3 * datasets.length);
    for (const { href } of all) expect(await statusOf(href)).toBe(200);
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
