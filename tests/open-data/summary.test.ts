import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone, parentOfMilestones } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

type Row = Record<string, unknown>;
interface Table {
  name: string;
  label: string;
  total: number;
  dimensions: { name: string; label: string }[];
  counts: (Record<string, { value: string; label: string } | null> & { count: number })[];
}
interface Summary {
  locale: string;
  license: { url: string };
  tables: Table[];
}

describe('the summary', () => {
  let tracker: Tracker;
  const address = (file: string) => `${tracker.url}/api/open-data/${file}`;
  const summary = async (query = '') => (await jsonRequest<Summary>(address(`summary.json${query}`))).body;
  const tableOf = ({ tables }: Summary, name: string): Table =>
    tables.find((table) => table.name === name) as Table;
  const exported = async (file: string) => {
    const text = await (await fetch(address(file))).text();
    return (JSON.parse(text) as { data: Row[] }).data;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    const partners = tracker.strapi.documents('api::partner.partner');
    const partner = async (data: object, status: string) =>
      (await partners.create({ locale: 'ka', data, status } as never)).documentId;
    const [shown, hidden] = [
      await partner({ name: 'ხილული' }, 'published'),
      await partner({ name: 'დამალული' }, 'draft'),
    ];
    const frame = (endDate: string, endPrecision: string) => ({ timeframe: { endDate, endPrecision } });
    await makeCommitment(tracker, { data: { leadAgencies: [shown, hidden] } });
    await makeCommitment(tracker, { data: { leadAgencies: [hidden] } });
    await makeCommitment(tracker, { published: false, data: { leadAgencies: [shown] } });
    await makeMilestone(tracker, { data: { responsibleAgencies: [shown], ...frame('2019-06-15', 'day') } });
    await makeMilestone(tracker, { data: frame('2019-01-01', 'year') });
    await makeMilestone(tracker, { published: false, data: frame('2019-01-01', 'year') });
    await tracker.strapi.documents('api::milestone.milestone').create({
      locale: 'en',
      data: {
        title: 'English only',
        responsibleAgencies: [],
        commitment: await parentOfMilestones(tracker),
      },
      status: 'published',
    } as never);
  });
  afterAll(() => tracker.close());

  it.each([
    ['commitments_by_status', 'commitments', ['implementation_status']],
    ['commitments_by_assessment', 'commitments', ['assessment']],
    ['commitments_by_agency', 'commitments', ['lead_agency_ids']],
    ['commitments_by_ogp_value', 'commitments', ['ogp_values']],
    ['commitments_by_sdg', 'commitments', ['sdgs']],
    ['commitments_by_theme', 'commitments', ['theme_codes']],
    ['commitments_by_plan_and_status', 'commitments', ['action_plan_id', 'implementation_status']],
    ['milestones_by_status', 'milestones', ['implementation_status']],
    ['milestones_by_assessment', 'milestones', ['assessment']],
    ['milestones_by_agency', 'milestones', ['responsible_agency_ids']],
    ['milestones_due_by_month', 'milestones', ['end_date', 'end_precision']],
  ])('counts in %s what the export has', async (name, dataset, columns) => {
    const rows = await exported(`${dataset}.json`);
    const expected = new Map<string, number>();
    for (const row of rows) {
      const lists = columns.map((column) => {
        const value = row[column];
        const values = Array.isArray(value) ? [...new Set(value as string[])] : value === null ? [] : [value];
        const texts = values.map((one) => (column === 'end_date' ? String(one).slice(0, 7) : String(one)));
        return texts.length === 0 ? [null] : texts;
      });
      const combinations = lists.reduce<(string | null)[][]>(
        (known, list) => known.flatMap((start) => list.map((value) => [...start, value])),
        [[]],
      );
      for (const combination of combinations) {
        const key = JSON.stringify(combination);
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
    }
    const table = tableOf(await summary(), name);
    expect(table.total).toBe(rows.length);
    const counted = table.counts
      .filter(({ count }) => count > 0)
      .map((cell) => [JSON.stringify(columns.map((column) => cell[column]?.value ?? null)), cell.count]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
    expect(counted).toHaveLength(expected.size);
  });

  it('counts reports by their period', async () => {
    const { total, counts } = tableOf(await summary('?locale=en'), 'reports_by_period_and_status');
    expect(total).toBe(1);
    expect(counts).toEqual([
      {
        period_year: {
          value: expect.stringMatching(/^\d{4}$/) as string,
          label: expect.any(String) as string,
        },
        period_kind: { value: 'annual', label: 'Annual' },
        implementation_status: { value: 'completed', label: 'Completed' },
        count: 1,
      },
    ]);
  });

  it('says in either language what the values mean, in the order of the vocabulary', async () => {
    for (const [locale, word, agency] of [
      ['en', 'Completed', 'Kutaisi'],
      ['ka', 'დასრულდა', 'ქუთაის'],
    ] as const) {
      const answer = await summary(`?locale=${locale}`);
      expect(answer).toMatchObject({ locale, license: { url: expect.stringContaining('http') as string } });
      const { counts } = tableOf(answer, 'commitments_by_status');
      expect(counts.map((cell) => cell.implementation_status?.value)).toEqual([
        'not-started',
        'in-progress',
        'delayed',
        'completed',
        'not-completed',
        'suspended',
        'withdrawn',
      ]);
      expect(counts[3]!.implementation_status!.label).toBe(word);
      const agencies = tableOf(answer, 'commitments_by_agency').counts;
      expect(agencies.map((cell) => cell.lead_agency_ids?.label ?? '').join()).toContain(agency);
      // Without a translation the name is shown in the language it has.
      expect(agencies.map((cell) => cell.lead_agency_ids?.label)).toContain('ხილული');
      expect(JSON.stringify(answer)).not.toContain('დამალული');
    }
  });

  it('is known by its tag until a document is written that it counts or names', async () => {
    const etagOf = async () => (await fetch(address('summary.json'))).headers.get('etag')!;
    const etag = await etagOf();
    for (const method of ['GET', 'HEAD']) {
      const known = await fetch(address('summary.json'), { method, headers: { 'If-None-Match': etag } });
      expect(known.status).toBe(304);
    }
    await makeMilestone(tracker, { published: false });
    expect(await etagOf()).toBe(etag);
    const before = tableOf(await summary(), 'milestones').total;
    await makeMilestone(tracker);
    expect(await etagOf()).not.toBe(etag);
    expect(tableOf(await summary(), 'milestones').total).toBe(before + 1);
  });

  it('refuses what it does not know', async () => {
    for (const query of ['locale=fr', 'by=status']) {
      const { status, headers } = await jsonRequest(address(`summary.json?${query}`));
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
  });
});
