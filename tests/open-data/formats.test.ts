import { datasets } from '../../src/accountability/datasets';
import {
  outputColumns,
  type OutputColumn,
} from '../../src/plugins/accountability/server/src/datasets/output-columns';
import { FILE_READERS, type Cell, type Row } from '../support/file-readers';
import { statusOf } from '../support/status-of';
import { bootTracker, type Tracker } from '../support/tracker';

const LANGUAGES = ['ka', 'en'];
const QUERIES: Record<string, string> = { csv: 'formulas=raw', xlsx: 'headers=names' };
const CELL_LIMIT = 32_767;

/** Texts that writers and readers are known to stumble over. */
const HOSTILE = [
  'კომა, "ბრჭყალი"; \'აპოსტროფი\' | მილი\r\nმეორე ხაზი\nმესამე\tჩანართი',
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '<b>&amp;</b>]]><!-- --><![CDATA[x]]>',
  '_x0041_ _x000D_',
  'a\u0001b\u001Fc\u007Fd\uFFFEe\uFFFFf\uFEFFg',
  '👩‍👩‍👧‍👦 🇬🇪 😀',
  '\u202Eعربي עברית\u202C',
  'ᲛᲗᲐᲕᲠᲣᲚᲘ მთავრული',
  'true',
  '2024-01-01',
  '0012',
  '{"@id":"x"}\\',
];

/** What XML and workbooks can carry of a text. */
const carried = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/g, '\uFFFD');

const eachText = (cell: Cell, change: (text: string) => string): Cell =>
  typeof cell === 'string' ? change(cell) : Array.isArray(cell) ? cell.map(change) : cell;

/** What a format may change of a cell, as the documentation says. */
function expected(format: string, column: OutputColumn, cell: Cell): Cell {
  switch (format) {
    case 'csv':
      return cell === '' ? null : cell;
    case 'xml':
      return eachText(cell, carried);
    case 'xlsx':
      return eachText(cell, carried);
    default:
      return cell;
  }
}

describe('the formats of open data', () => {
  let tracker: Tracker;
  const get = (file: string, headers: Record<string, string> = {}) =>
    fetch(`${tracker.url}/api/open-data/${file}`, { headers });
  const read = async (
    dataset: string,
    format: string,
    columns: OutputColumn[],
    query = '',
  ): Promise<Row[]> => {
    const parameters = [QUERIES[format], query].filter(Boolean).join('&');
    const response = await get(`${dataset}.${format}?${parameters}`);
    expect([dataset, format, response.status]).toEqual([dataset, format, 200]);
    const rows = await FILE_READERS[format]!(Buffer.from(await response.arrayBuffer()), columns);
    expect(rows).toHaveLength(Number(response.headers.get('x-total-rows')));
    return rows;
  };
  const links = async (dataset: string): Promise<string[]> => {
    const index = (await (await get('')).json()) as {
      datasets: { name: string; links: { format: string }[] }[];
    };
    return index.datasets.find(({ name }) => name === dataset)!.links.map(({ format }) => format);
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    const partners = tracker.strapi.documents('api::partner.partner');
    const commitments = tracker.strapi.documents('api::commitment.commitment');
    const publish = { status: 'published' } as const;
    for (const [index, text] of HOSTILE.entries()) {
      // Every other one exists in Georgian only.
      const { documentId } = await partners.create({
        data: {
          name: text,
          slug: `hostile-${index}`,
          description: text,
          acronym: index % 3 ? text.slice(0, 20) : null,
        },
        locale: 'ka',
        ...publish,
      } as never);
      if (index % 2) {
        await partners.update({
          documentId,
          locale: 'en',
          data: { name: `en ${text}` },
          ...publish,
        } as never);
      }
      await commitments.create({
        data: {
          title: text.padEnd(index % 4 ? 0 : 600, 'ა'),
          slug: `hostile-${index}`,
          description: text.repeat(index === 0 ? 1000 : 2),
          partners: index % 2 ? [documentId] : [],
        },
        locale: 'ka',
        ...publish,
      } as never);
    }
    await commitments.create({
      data: { title: 'გრძელი', slug: 'long', description: '😀ა'.repeat(20_000) },
      locale: 'ka',
      ...publish,
    } as never);
  });
  afterAll(() => tracker.close());

  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    'say the same of %s, cell by cell, in both languages and in one',
    async (name, dataset) => {
      const formats = await links(name);
      expect(formats.includes('jsonld')).toBe(dataset.linkedData !== undefined);
      for (const locale of [undefined, 'ka', 'en']) {
        const columns = outputColumns(dataset, LANGUAGES, locale);
        const query = locale ? `locale=${locale}` : '';
        const rows = await read(name, 'ndjson', columns, query);
        for (const format of formats) {
          // Linked data have the language of a text beside it.
          const shown = columns.filter(({ declaration }) => format !== 'jsonld' || !declaration.gives);
          const other = await read(name, format, shown, query);
          expect(other).toHaveLength(rows.length);
          rows.forEach((row, index) => {
            for (const column of shown) {
              const wanted = expected(format, column, row[column.name]!);
              const found = other[index]![column.name]!;
              const at = `${name}.${format} row ${index} ${column.name}`;
              if (format === 'xlsx' && typeof wanted === 'string' && wanted.length > CELL_LIMIT) {
                // Cut where a cell ends, and marked.
                expect([at, String(found).length <= CELL_LIMIT]).toEqual([at, true]);
                expect(wanted.startsWith(String(found).replace(/ \[…✂\]$/, ''))).toBe(true);
                expect(found).toMatch(/✂\]$/);
                continue;
              }
              expect([at, found]).toEqual([at, wanted]);
            }
          });
        }
      }
    },
  );

  it('have hostile texts in them, as they were written', async () => {
    const partners = datasets.find(({ name }) => name === 'partners')!;
    const rows = await read('partners', 'ndjson', outputColumns(partners, LANGUAGES));
    const bySlug = new Map(rows.map((row) => [row.slug, row]));
    HOSTILE.forEach((text, index) => {
      const row = bySlug.get(`hostile-${index}`)!;
      expect([row.name_ka, row.name_en]).toEqual([text, index % 2 ? `en ${text}` : null]);
    });
  });

  it('come with the media type and the file name that are theirs', async () => {
    for (const [file, mediaType] of [
      ['milestones.xml', 'application/xml; charset=utf-8'],
      ['milestones.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['milestones.parquet', 'application/vnd.apache.parquet'],
      ['commitments.jsonld', 'application/ld+json; charset=utf-8'],
      ['milestones.xsd', 'application/xml; charset=utf-8'],
    ] as const) {
      const response = await get(file);
      await response.arrayBuffer();
      expect([file, response.status, response.headers.get('content-type')]).toEqual([file, 200, mediaType]);
      if (!file.endsWith('xsd')) expect(response.headers.get('content-disposition')).toContain(file);
    }
  });

  it('offer linked data only where it is declared, also in lists and links', async () => {
    const response = await get('milestones.jsonld');
    expect(response.status).toBe(404);
    expect(((await response.json()) as { formats: string[] }).formats).toEqual(await links('milestones'));
    const alternates = async (dataset: string) => {
      const { headers } = await get(`${dataset}.csv`);
      return headers.get('link')!.includes(`${dataset}.jsonld`);
    };
    expect([await alternates('milestones'), await alternates('commitments')]).toEqual([false, true]);
    const catalogue = await (await get('catalog.ttl')).text();
    expect(catalogue).toContain('commitments.jsonld>');
    expect(catalogue).not.toContain('milestones.jsonld>');
    expect(catalogue).toContain('file-type/PARQUET');
  });

  it('give addresses as ids of linked data that are there', async () => {
    const { '@graph': graph } = (await (await get('commitments.jsonld')).json()) as {
      '@graph': { '@id': string; partner_ids?: string[] }[];
    };
    const addresses = graph.slice(1).flatMap((node) => [node['@id'], ...(node.partner_ids ?? [])]);
    expect(addresses.length).toBeGreaterThan(HOSTILE.length);
    for (const address of new Set(addresses))
      expect([address, await statusOf(address)]).toEqual([address, 200]);
  });
});
