import { datasets } from '../../src/accountability/datasets';
import { outputColumns } from '../../src/plugins/accountability/server/src/datasets/output-columns';
import { parseCsv } from '../support/csv';
import { metadataReader } from '../support/metadata';
import { tableFaults, type TableSchema } from '../support/table-schema';
import { bootTracker, type Tracker } from '../support/tracker';

const LANGUAGES = ['ka', 'en'];
const GEORGIAN = /[ა-ჰ]/;
const LATIN = /[A-Za-z]/;

interface OpenApi {
  components: { schemas: Record<string, { properties: Record<string, { description: string }> }> };
}
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

describe('what the metadata say of columns', () => {
  let tracker: Tracker;
  const { text, json } = metadataReader(() => tracker);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
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
      for (const description of LANGUAGES.map((language) => dataset.description[language]!)) {
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
    await commitments.publish({ documentId: hidden.documentId, locale: 'ka' } as never);
    const orphan = await milestones.create({
      data: { title: 'ეტაპი', commitment: hidden.documentId },
      locale: 'ka',
      status: 'published',
    } as never);
    // Such content is older than the rule against it.
    await tracker.strapi.db
      .query('api::commitment.commitment')
      .deleteMany({ where: { documentId: hidden.documentId, publishedAt: { $notNull: true } } });
    const { resources } = await json<DataPackage>('datapackage.json');
    let checked = 0;
    for (const { name, schema } of resources) {
      const csvw = await json<Csvw>(`${name}.csv-metadata.json`);
      expect(csvw.tables[0]!.tableSchema.foreignKeys?.map((key) => [key.columnReference]) ?? []).toEqual(
        schema.foreignKeys?.map(({ fields }) => fields) ?? [],
      );
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        // One that leads to its own table names none.
        const target = resources.find((resource) => resource.name === (reference.resource ?? name))!;
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
});
