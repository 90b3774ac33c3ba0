import { datasets as declared } from '../../src/accountability/datasets';
import seed from '../../src/first-content/kutaisi-commitment.json';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { statusOf } from '../support/status-of';
import { bootTracker, type Tracker } from '../support/tracker';

type Row = Record<string, unknown>;
const DATASETS = declared.map(({ name }) => name);
/** Documents with relations and components, links, and what describes documents. */
const READ_FIELD_BY_FIELD = ['milestones', 'commitment-partners', 'status-history'];
const FORMATS = ['csv', 'json', 'ndjson'];

describe('the open-data exports', () => {
  let tracker: Tracker;
  const fetchText = async (file: string): Promise<string> => {
    const response = await fetch(`${tracker.url}/api/open-data/${file}`);
    expect([file, response.status]).toEqual([file, 200]);
    return response.text();
  };
  const csv = async (file: string) => parseCsv(await fetchText(file));
  const json = async (file: string) => (JSON.parse(await fetchText(file)) as { data: Row[] }).data;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());

  it('lists its datasets, columns in both languages and addresses that work', async () => {
    interface Index {
      datasets: { name: string; columns: { name: string; labels: object; description: object }[] }[];
    }
    const { body } = await jsonRequest<Index>(`${tracker.url}/api/open-data`);
    expect(body.datasets.map(({ name }) => name)).toEqual(DATASETS);
    for (const column of body.datasets.flatMap(({ columns }) => columns)) {
      const words = { ka: expect.stringMatching(/[ა-ჰ]/), en: expect.stringMatching(/[A-Za-z]/) };
      expect(column).toMatchObject({ labels: words, description: words });
    }
    const files = new RegExp(
      `http:[^"]+/open-data/(${DATASETS.join('|')})\\.(csv|json|ndjson|xml|xlsx|parquet)(?=")`,
      'g',
    );
    const addresses = JSON.stringify(body).match(files)!;
    expect(new Set(addresses).size).toBe(DATASETS.length * (FORMATS.length + 3));
    for (const address of addresses) expect([address, await statusOf(address)]).toEqual([address, 200]);
  });

  it('hold every fact of the commitment in both languages', async () => {
    const { commitment, organisations } = seed;
    const [row, ...others] = await csv('commitments.csv');
    expect(others).toEqual([]);
    const cityHall = organisations[0]!.name;
    expect(row).toMatchObject({
      slug: commitment.slug,
      title_ka: commitment.title.ka,
      title_en: commitment.title.en,
      description_ka: commitment.description.ka,
      description_en: commitment.description.en,
      expected_result_ka: commitment.expectedOutcome.ka,
      expected_result_en: commitment.expectedOutcome.en,
      start_date: '2018-10-01',
      start_precision: 'month',
      end_date: '2019-06-01',
      end_precision: 'month',
      action_plan_title_ka: seed.actionPlan.title.ka,
      action_plan_title_en: seed.actionPlan.title.en,
      implementation_status: 'completed',
      assessment: 'fully-implemented',
      lead_agency_names_ka: cityHall.ka,
      lead_agency_names_en: cityHall.en,
      identifiers: expect.stringContaining('GE0082'),
      sdgs: expect.stringContaining('16'),
    });
    const milestones = await csv('milestones.csv');
    expect(milestones.sort((one, other) => one.code!.localeCompare(other.code!))).toMatchObject(
      commitment.milestones.map((milestone) => ({
        code: milestone.code,
        title_ka: milestone.title.ka,
        title_en: milestone.title.en,
        indicator_ka: milestone.indicators[0]!.ka,
        result_en: milestone.result.en,
        start_date: milestone.plannedStart.earliest,
        end_precision: 'month',
        commitment_id: row!.id,
        commitment_title_en: commitment.title.en,
        partner_names_en: 'USAID Good Governance Initiative in Georgia (GGI)',
        responsible_agency_names_ka: cityHall.ka,
        implementation_status: 'completed',
      })),
    );
    const partners = await csv('partners.csv');
    expect(partners.map(({ slug }) => slug).sort()).toEqual(organisations.map(({ code }) => code).sort());
  });

  it.each(DATASETS)('say the same of %s in every format', async (dataset) => {
    const [fromCsv, fromJson] = [await csv(`${dataset}.csv?formulas=raw`), await json(`${dataset}.json`)];
    const lines = (await fetchText(`${dataset}.ndjson`)).split('\n').filter(Boolean);
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(fromJson);
    expect(fromCsv.map((row) => Object.keys(row))).toEqual(fromJson.map((row) => Object.keys(row)));
    expect(fromCsv.map(({ id }) => id)).toEqual(fromJson.map(({ id }) => id));
    expect(fromCsv.map(({ id }) => id)).toEqual([...fromCsv.map(({ id }) => id)].sort());
    fromJson.forEach((row, index) => {
      for (const [name, value] of Object.entries(row)) {
        if (!Array.isArray(value)) expect([name, fromCsv[index]![name]]).toEqual([name, String(value ?? '')]);
      }
    });
  });

  it('hold only what is published, and Georgian documents without English ones', async () => {
    const commitments = tracker.strapi.documents('api::commitment.commitment');
    const drafted = await commitments.create({ data: { title: 'საიდუმლო მონახაზი' }, locale: 'ka' } as never);
    const published = await commitments.create({
      data: { title: 'მხოლოდ ქართულად' },
      locale: 'ka',
      status: 'published',
    } as never);
    await commitments.update({
      documentId: published.documentId,
      locale: 'ka',
      data: { title: 'საიდუმლო ცვლილება' },
    } as never);
    const rows = await json('commitments.json');
    expect(rows.find(({ id }) => id === published.documentId)).toMatchObject({
      title_ka: 'მხოლოდ ქართულად',
      title_en: null,
    });
    for (const format of FORMATS) {
      const text = await fetchText(`commitments.${format}`);
      expect(text).not.toContain('საიდუმლო');
      expect(text).not.toContain(drafted.documentId);
    }
    await commitments.unpublish({ documentId: published.documentId, locale: '*' } as never);
    expect(await fetchText('commitments.csv')).not.toContain(published.documentId);
    for (const { documentId } of [drafted, published])
      await commitments.delete({ documentId, locale: '*' } as never);
  });

  it('give one language, some fields, filtered rows and a mark for Excel', async () => {
    expect((await json('partners.json?locale=en&fields=slug,name&filters[slug][$eq]=idfi'))[0]).toEqual({
      slug: 'idfi',
      name: 'Institute for Development of Freedom of Information',
    });
    expect(await csv('milestones.csv?filters[code][$eq]=2.2.1&fields=code')).toHaveLength(1);
    const listed = 'filters[code][$in]=2.2.1&filters[code][$in]=2.2.4';
    expect(await csv(`milestones.csv?${listed}&fields=code`)).toHaveLength(2);
    expect(await csv('milestones.csv?filters[end_date][$gte]=2019-06-01&fields=code')).toHaveLength(2);
    expect(await csv('commitments.csv?filters[title_en][$contains]=Kutaisi&fields=id')).toHaveLength(1);
    expect(await csv('commitments.csv?filters[title_en][$contains]=%25&fields=id')).toHaveLength(0);
    const bytes = async (file: string) =>
      Buffer.from(await (await fetch(`${tracker.url}/api/open-data/${file}`)).arrayBuffer());
    expect((await bytes('partners.csv?bom=1')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await bytes('partners.csv')).subarray(0, 2).toString()).toBe('id');
  });

  it('say the same in one language as in both, whichever language a document has', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const only: { documentId: string }[] = [];
    for (const [locale, name] of [
      ['ka', 'მხოლოდ ქართული'],
      ['en', 'English only'],
    ] as const) {
      const data = { name, kind: 'local-government' };
      only.push(await partners.create({ data, locale, status: 'published' } as never));
    }
    for (const dataset of DATASETS) {
      const both = await json(`${dataset}.json`);
      for (const [locale, other] of [
        ['ka', '_en'],
        ['en', '_ka'],
      ] as const) {
        const expected = both.map((row) =>
          Object.fromEntries(
            Object.entries(row)
              .filter(([name]) => !name.endsWith(other))
              .map(([name, value]) => [name.replace(new RegExp(`_${locale}$`), ''), value]),
          ),
        );
        expect(await json(`${dataset}.json?locale=${locale}`)).toEqual(expected);
        // A column must not depend on which others are read beside it. Each export is a thread of its own, so
        // only the datasets that read all there is to read are gone through.
        if (!READ_FIELD_BY_FIELD.includes(dataset)) continue;
        for (const field of Object.keys(expected[0] ?? {})) {
          const alone = await json(`${dataset}.json?locale=${locale}&fields=${field}`);
          expect([field, alone]).toEqual([field, expected.map((row) => ({ [field]: row[field] }))]);
        }
      }
    }
    for (const { documentId } of only) await partners.delete({ documentId, locale: '*' } as never);
  }, 180_000);

  it('list related organisations in the order an editor gave them', async () => {
    const milestones = tracker.strapi.documents('api::milestone.milestone');
    const milestone = await milestones.findFirst({ locale: 'ka', populate: ['partners'] } as never);
    const { documentId, partners: before } = milestone as never as {
      documentId: string;
      partners: { documentId: string }[];
    };
    const ids = (await json('partners.json?fields=id')).map(({ id }) => String(id)).slice(0, 3);
    expect(ids).toHaveLength(3);
    const publish = (partners: string[]) =>
      milestones.update({ documentId, locale: 'ka', data: { partners }, status: 'published' } as never);
    for (const order of [ids, [...ids].reverse(), []]) {
      await publish(order);
      const rows = await json('milestones.json?fields=id,partner_ids');
      expect(rows.find(({ id }) => id === documentId)).toEqual({ id: documentId, partner_ids: order });
    }
    await publish(before.map((partner) => partner.documentId));
  });

  it('keep a spreadsheet from running text as a formula', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const { documentId } = await partners.create({
      data: { name: '=HYPERLINK("http://x")', slug: 'formula' },
      locale: 'ka',
      status: 'published',
    } as never);
    const name = async (file: string) => (await csv(file)).find(({ slug }) => slug === 'formula')!.name_ka;
    expect(await name('partners.csv')).toBe('\'=HYPERLINK("http://x")');
    expect(await name('partners.csv?formulas=raw')).toBe('=HYPERLINK("http://x")');
    await partners.delete({ documentId, locale: '*' } as never);
  });

  it.each(['nope.csv', 'partners.exe', 'nope', 'users.json'])(
    'answer %s with a 404 that lists what there is',
    async (file) => {
      const { status, headers, body } = await jsonRequest(`${tracker.url}/api/open-data/${file}`);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(JSON.stringify(body)).toMatch(/"formats":\["csv","json","ndjson","xml","xlsx","parquet"/);
    },
  );

  it.each([
    ['locale=fr', 'locale'],
    ['fields=nope', 'fields'],
    ['filters[nope][$eq]=1', 'filters[nope]'],
    ['filters[code][$like]=1', 'filters[code]'],
    ['filters[start_date][$gte]=soon', 'filters[start_date]'],
    ['nope=1', 'nope'],
  ])('answer ?%s with a 400 that names it', async (query, parameter) => {
    const { status, headers, body } = await jsonRequest<{ errors: { parameter: string; message: string }[] }>(
      `${tracker.url}/api/open-data/milestones.csv?${query}`,
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors).toEqual([
      { parameter: expect.stringContaining(parameter), message: expect.stringMatching(/.{10}/) },
    ]);
  });

  it('state the number of rows and the file name, also to HEAD', async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(`${tracker.url}/api/open-data/milestones.csv`, { method });
      expect(response.headers.get('x-total-rows')).toBe('4');
      expect(response.headers.get('content-disposition')).toContain('milestones.csv');
      expect((await response.text()).length > 0).toBe(method === 'GET');
    }
  });
});

describe('the accountability plugin', () => {
  it('does not start with a declaration that is wrong, and says where', async () => {
    const { datasets } = (await import('../../src/accountability/datasets')) as unknown as {
      datasets: { name: string; columns: { name: string; labels: { ka: string } }[] }[];
    };
    const { default: plugin } = await import('../../src/plugins/accountability/server/src');
    const languages = ['ka', 'en'];
    const [first, ...rest] = datasets;
    const [column, ...columns] = first!.columns;
    const wrong = { ...first!, columns: [{ ...column!, labels: { ka: '', en: '' } }, ...columns] };
    expect(() => plugin.config.validator({ languages, datasets } as never)).not.toThrow();
    expect(() => plugin.config.validator({ languages, datasets: [wrong, ...rest] } as never)).toThrow(
      new RegExp(`${first!.name}[^]*${column!.name}`),
    );
  });
});
