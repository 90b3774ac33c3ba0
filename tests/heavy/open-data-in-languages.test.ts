import { datasets } from '../../src/accountability/datasets';
import {
  outputColumns,
  type OutputColumn,
} from '../../src/plugins/accountability/server/src/datasets/output-columns';
import { SaxesParser } from 'saxes';
import { parseCsv } from '../support/csv';
import { jsonLdGraph, languagesOf, objections, turtleGraph } from '../support/dcat-ap/validate';
import { FILE_READERS, type Row } from '../support/file-readers';
import { jsonRequest } from '../support/json-request';
import { metadataReader } from '../support/metadata';
import { titleIn, writeInEach, type MultilingualContent } from '../support/multilingual-content';
import { tableFaults, type TableSchema } from '../support/table-schema';
import { bootTracker, type Tracker } from '../support/tracker';
import { unzip } from '../support/zip';

const GEORGIAN = /[ა-ჿᲐ-Ჿ]/;
const QUERIES: Readonly<Record<string, string>> = { csv: 'formulas=raw', xlsx: 'headers=names' };
/** Recommendations that cannot be followed everywhere, as for the default languages. */
const RECOMMENDED = ['bbox', 'centroid', 'distribution', 'issued', 'temporal', 'type'].map(
  (property) => `Warning ${property} MinCount`,
);

interface Index {
  languages: string[];
  datasets: {
    name: string;
    labels: Record<string, string>;
    columns: { name: string; locale?: string }[];
    links: { format: string }[];
  }[];
}
interface DataPackage {
  resources: { name: string; schema: TableSchema }[];
}
interface Csvw {
  tables: { tableSchema: { columns: { titles: Record<string, string> }[] } }[];
}
interface Operation {
  parameters?: { name?: string; in?: string; schema?: { enum?: string[] } }[];
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

const SITES: readonly [string, string, readonly string[]][] = [
  ['one language', 'NZ', ['en']],
  ['three languages without Georgian and English', 'TN', ['es', 'fr', 'ar']],
  ['six languages', 'GE', ['ka', 'en', 'es', 'fr', 'ar', 'pt-BR']],
];
const COUNTRIES: Readonly<Record<string, { authority: string; zone: string; name: string }>> = {
  NZ: { authority: 'NZL', zone: 'Pacific/Auckland', name: 'New Zealand' },
  TN: { authority: 'TUN', zone: 'Africa/Tunis', name: 'Túnez' },
  GE: { authority: 'GEO', zone: 'Asia/Tbilisi', name: 'საქართველო' },
};
const AUTHORITIES: Readonly<Record<string, string>> = {
  ka: 'KAT',
  en: 'ENG',
  es: 'SPA',
  fr: 'FRA',
  ar: 'ARA',
  'pt-BR': 'POR',
};

describe.each(SITES)('the open data of a site of %s (%s)', (_name, country, languages) => {
  let tracker: Tracker;
  let content: MultilingualContent;
  const { text, json } = metadataReader(() => tracker);
  const columnsOf = (name: string, locale?: string): OutputColumn[] =>
    outputColumns(
      datasets.find((dataset) => dataset.name === name)!,
      languages,
      locale,
    );
  const columnName = (name: string, language: string) =>
    languages.length > 1 ? `${name}_${language}` : name;
  /** No text of a language that is none of the site. */
  const speaksNoGeorgian = (address: string, body: string) => {
    if (!languages.includes('ka')) expect([address, GEORGIAN.exec(body)?.[0]]).toEqual([address, undefined]);
  };

  beforeAll(async () => {
    tracker = await bootTracker({
      firstStart: true,
      env: {
        LOCALES: languages.join(),
        COUNTRY: country,
        TIME_ZONE: COUNTRIES[country]!.zone,
        OPEN_DATA_CONTACT_EMAIL: 'data@town.example',
      },
    });
    content = await writeInEach(tracker, languages);
  });
  afterAll(() => tracker.close());

  it('names its languages and columns in the index', async () => {
    const index = await json<Index>('');
    expect(index.languages).toEqual(languages);
    speaksNoGeorgian('index', JSON.stringify(index));
    for (const dataset of index.datasets) {
      expect(dataset.columns.map(({ name }) => name)).toEqual(
        columnsOf(dataset.name).map(({ name }) => name),
      );
      expect(Object.keys(dataset.labels)).toEqual(expect.arrayContaining([...languages]));
    }
    const titles = index.datasets.find(({ name }) => name === 'commitments')!.columns;
    expect(titles.filter(({ name }) => name.startsWith('title')).map(({ name }) => name)).toEqual(
      languages.map((language) => columnName('title', language)),
    );
  });

  it('says the same in every format, in all languages and in one, the first and the last', async () => {
    const index = await json<Index>('');
    let compared = 0;
    for (const { name, links } of index.datasets) {
      for (const locale of new Set([undefined, languages[0], languages.at(-1)])) {
        const rowsOf = async (format: string, columns: OutputColumn[]): Promise<Row[]> => {
          const query = [QUERIES[format], locale && `locale=${locale}`].filter(Boolean).join('&');
          const response = await fetch(`${tracker.url}/api/open-data/${name}.${format}?${query}`);
          expect([name, format, response.status]).toEqual([name, format, 200]);
          expect(response.headers.get('content-language')).toBe(locale ?? languages.join(', '));
          return FILE_READERS[format]!(Buffer.from(await response.arrayBuffer()), columns);
        };
        const columns = columnsOf(name, locale);
        const rows = await rowsOf('ndjson', columns);
        for (const { format } of links) {
          // Linked data have the language of a text beside it.
          const shown = columns.filter(({ declaration }) => format !== 'jsonld' || !declaration.gives);
          const wanted = rows.map((row) => shown.map((column) => row[column.name]));
          const found = (await rowsOf(format, shown)).map((row) => shown.map((column) => row[column.name]));
          expect([name, format, locale, found]).toEqual([name, format, locale, wanted]);
          compared += rows.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  }, 180_000);

  it('has the text of each language in its column, and nothing where a document lacks it', async () => {
    const rows = parseCsv(await text('commitments.csv'));
    const row = (id: string) => rows.find((one) => one.id === id)!;
    for (const language of languages) {
      expect(row(content.commitment)[columnName('title', language)]).toBe(titleIn(language, 'commitment'));
      const isLast = language === languages.at(-1);
      expect(row(content.lastOnly)[columnName('title', language)]).toBe(
        isLast ? titleIn(language, 'last') : '',
      );
      const [named] = parseCsv(
        await text(`partners.csv?locale=${language}&filters[name][$contains]=${encodeURIComponent('(part')}`),
      );
      expect(named!.name).toBe(titleIn(language, 'partner'));
    }
    const unknown = await jsonRequest(`${tracker.url}/api/open-data/commitments.csv?locale=de`);
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([
      400,
      expect.stringContaining(languages.join(', ')),
    ]);
  });

  it('describes CSV files by schemas that fit them', async () => {
    const description = await json<DataPackage>('datapackage.json');
    speaksNoGeorgian('datapackage.json', JSON.stringify(description));
    for (const { name, schema } of description.resources) {
      expect([name, tableFaults(await text(`${name}.csv`), schema)]).toEqual([name, []]);
      const csvw = await json<Csvw>(`${name}.csv-metadata.json`);
      speaksNoGeorgian(`${name}.csv-metadata.json`, JSON.stringify(csvw));
      const { columns } = csvw.tables[0]!.tableSchema;
      expect(columns.map(({ titles }) => titles.und)).toEqual(columnsOf(name).map((column) => column.name));
      for (const { titles } of columns) expect(Object.keys(titles)).toEqual(['und', ...languages]);
    }
  });

  it('has a catalogue the shapes of DCAT-AP have nothing against, in its languages and country', async () => {
    const { authority, name: countryName } = COUNTRIES[country]!;
    const turtle = await text('catalog.ttl');
    speaksNoGeorgian('catalog.ttl', turtle);
    for (const graph of [turtleGraph(turtle), await jsonLdGraph(await text('catalog.jsonld'))]) {
      expect((await objections(graph)).filter((one) => !RECOMMENDED.includes(one))).toEqual([]);
      for (const property of ['title', 'description']) {
        expect(new Set(languagesOf(graph, 'Dataset', property))).toEqual(
          // Programs compare tags without regard to case, and RDF's readers write them small.
          new Set([[...languages].sort().join().toLowerCase()]),
        );
      }
    }
    for (const language of languages) {
      expect(turtle).toContain(`authority/language/${AUTHORITIES[language]}>`);
    }
    expect(turtle).toContain(`authority/country/${authority}>`);
    expect(turtle).toContain(`"${countryName}"@${languages[0]}`);
  });

  it('has a schema of XML, linked data for search engines and a dictionary in each language', async () => {
    for (const { name } of datasets) {
      const schema = await text(`${name}.xsd`);
      new SaxesParser().write(schema).close();
      speaksNoGeorgian(`${name}.xsd`, schema);
      const record = schema.slice(
        schema.indexOf('<xs:complexType name="record">'),
        schema.indexOf('<xs:attribute name="id"'),
      );
      const elements = [...record.matchAll(/<xs:element name="([^"]+)"/g)]
        .map(([, element]) => element)
        .filter((element) => element !== 'item');
      expect(elements.length).toBe(new Set(elements).size);
      expect(elements).toEqual(expect.arrayContaining(columnsOf(name).map((column) => column.name)));
      speaksNoGeorgian(`${name}.schema.jsonld`, await text(`${name}.schema.jsonld`));
    }
    for (const language of languages) {
      const dictionary = await text(`dictionary.md?locale=${language}`);
      for (const { labels } of datasets) {
        const label = labels[language] ?? labels.en!;
        expect(dictionary).toContain(`## ${label}`);
      }
      const { inLanguage } = await json<{ inLanguage: string }>(`catalog.schema.jsonld?locale=${language}`);
      expect(inLanguage).toBe(language);
    }
  });

  it('has feeds in each language that readers can parse', async () => {
    for (const language of languages) {
      const atom = await text(`changes.atom?locale=${language}`);
      new SaxesParser().write(atom).close();
      speaksNoGeorgian('changes.atom', language === 'ka' ? '' : atom);
      expect(atom).toContain(`xml:lang="${language}"`);
      expect(atom).toContain(titleIn(language, 'milestone'));
      const calendar = await text(`deadlines.ics?locale=${language}`);
      for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const unfolded = calendar.replaceAll('\r\n ', '');
      expect(unfolded).toContain(`LANGUAGE=${language}`);
      expect(unfolded).toContain(titleIn(language, 'milestone'));
      speaksNoGeorgian('deadlines.ics', language === 'ka' ? '' : unfolded);
    }
    const lines = (await text('changes.ndjson?since=0')).split('\n').filter(Boolean);
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      expect.arrayContaining([content.partner, content.commitment, content.lastOnly, content.milestone]),
    );
  });

  it('counts each document once, in the words of each language', async () => {
    for (const language of languages) {
      const summary = await json<{
        locale: string;
        tables: { name: string; label: string; total: number }[];
      }>(`summary.json?locale=${language}`);
      expect(summary.locale).toBe(language);
      const table = summary.tables.find(({ name }) => name === 'commitments_by_status')!;
      expect(table.total).toBe(2);
      speaksNoGeorgian('summary.json', language === 'ka' ? '' : JSON.stringify(summary));
    }
  });

  it('is described in OpenAPI without a parameter twice', async () => {
    for (const language of languages) {
      const { paths } = await json<OpenApi>(`openapi.json?locale=${language}`);
      speaksNoGeorgian('openapi.json', language === 'ka' ? '' : JSON.stringify(paths));
      const operations = Object.entries(paths).flatMap(([path, methods]) =>
        Object.values(methods).map((operation) => [path, operation.parameters ?? []] as const),
      );
      for (const [path, parameters] of operations) {
        const named = parameters.filter(({ name }) => name);
        expect([path, named.length]).toEqual([
          path,
          new Set(named.map((one) => `${one.in} ${one.name}`)).size,
        ]);
        for (const { name, schema } of named) {
          if (name === 'locale') expect([path, schema?.enum]).toEqual([path, languages]);
          if (schema?.enum) expect(schema.enum.length).toBe(new Set(schema.enum).size);
        }
      }
      expect(operations.length).toBeGreaterThan(30);
    }
  });

  it('is packed whole', async () => {
    const response = await fetch(`${tracker.url}/api/open-data/all.zip`);
    const files = await unzip(Buffer.from(await response.arrayBuffer()));
    expect(files.length).toBeGreaterThan(datasets.length + 3);
    for (const file of files) speaksNoGeorgian(file.name, file.content.toString('utf8'));
  });
});
