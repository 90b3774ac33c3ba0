import seed from '../../src/first-content/kutaisi-commitment.json';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Entry {
  documentId: string;
  [field: string]: unknown;
}

const POPULATE = [
  'populate[timeframe]=*&populate[actionPlan][populate]=timeframe&populate[themes]=true&populate[leadAgencies]=true',
  'populate[partners]=true&populate[identifiers]=*',
  'populate[milestones][populate][0]=timeframe&populate[milestones][populate][1]=partners',
  'populate[milestones][populate][2]=responsibleAgencies',
  'populate[progressReports][populate][0]=period&populate[progressReports][populate][1]=ratings',
].join('&');

const month = (start: { earliest: string }, end: { earliest: string }) => ({
  startDate: start.earliest,
  startPrecision: 'month',
  endDate: end.earliest,
  endPrecision: 'month',
});

describe('the first content', () => {
  let tracker: Tracker;
  const get = async (address: string): Promise<Entry[]> => {
    const { status, body } = await jsonRequest<{ data: Entry[]; error?: object }>(
      `${tracker.url}/api/${address}`,
    );
    expect([status, body.error]).toEqual([200, undefined]);
    return body.data;
  };
  /** Everything the public can read, in the order of the API. */
  const everything = async (): Promise<Record<string, Entry[]>> =>
    Object.fromEntries(
      await Promise.all(
        ['action-plans', 'commitments', 'milestones', 'partners', 'progress-reports', 'themes'].flatMap(
          (type) =>
            ['ka', 'en'].map(async (locale) => [
              `${type} ${locale}`,
              await get(`${type}?locale=${locale}&pagination[pageSize]=100&sort=documentId`),
            ]),
        ),
      ),
    );

  beforeAll(async () => {
    tracker = await bootTracker({ firstStart: true, env: { SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());

  it.each(['ka', 'en'] as const)('shows every fact of the commitment in %s', async (locale) => {
    const { commitment } = seed;
    const [found, ...others] = await get(`commitments?locale=${locale}&${POPULATE}`);
    expect(others).toEqual([]);
    const organisation = (code: string) =>
      expect.objectContaining({
        slug: code,
        name: seed.organisations.find((one) => one.code === code)!.name[locale],
      });
    expect(found).toMatchObject({
      slug: commitment.slug,
      code: null,
      title: commitment.title[locale],
      description: commitment.description[locale],
      expectedResult: commitment.expectedOutcome[locale],
      implementationStatus: 'completed',
      assessment: 'fully-implemented',
      timeframe: month(commitment.plannedStart, commitment.plannedEnd),
      actionPlan: {
        title: seed.actionPlan.title[locale],
        scope: 'national',
        timeframe: {
          startDate: '2018-01-01',
          startPrecision: 'year',
          endDate: '2019-01-01',
          endPrecision: 'year',
        },
      },
      leadAgencies: commitment.leadAgencies.map(organisation),
      partners: [],
      identifiers: [
        { scheme: 'ogp', value: 'GE0082', url: seed.sources[2]!.url },
        { scheme: 'ogp-gov-ge', value: '44B3726A-5728-441F-87AF-B0467D457EB5' },
      ],
      themes: [
        ...commitment.ogpValues.map(({ code, label }) => ({
          scheme: 'ogp-value',
          code,
          name: label[locale],
        })),
        { scheme: 'sdg', code: 'sdg-16' },
      ],
      progressReports: [
        {
          period: { year: 2019, kind: 'annual' },
          publishedOn: '2020-12-31',
          implementationStatus: 'completed',
          assessment: 'fully-implemented',
          narrative: commitment.reports[0]!.narrative.map((paragraph) => paragraph[locale]).join('\n\n'),
          ratings: [
            { scheme: 'verifiability', value: 'Yes', code: 'verifiable' },
            { scheme: 'relevance', value: 'Yes' },
            { scheme: 'potential-for-results', value: 'Low', code: null },
            { scheme: 'early-results', value: 'No IRM Data', code: null },
          ],
        },
      ],
    });
    expect(found!.milestones).toMatchObject(
      commitment.milestones.map((milestone) => ({
        code: milestone.code,
        title: milestone.title[locale],
        indicator: milestone.indicators[0]![locale],
        result: milestone.result[locale],
        implementationStatus: 'completed',
        assessment: 'fully-implemented',
        order: milestone.order,
        timeframe: month(milestone.plannedStart, milestone.plannedEnd),
        partners: milestone.partners.map(organisation),
        responsibleAgencies: milestone.leadAgencies.map(organisation),
      })),
    );
  });

  it.each(['ka', 'en'] as const)('has the organisations and the lists of themes in %s', async (locale) => {
    const partners = await get(`partners?locale=${locale}&sort=slug`);
    expect(partners.map(({ slug }) => slug)).toEqual(seed.organisations.map(({ code }) => code).sort());
    const goals = await get(`themes?locale=${locale}&filters[scheme][$eq]=sdg&pagination[pageSize]=50`);
    expect(goals.map(({ code }) => code).sort()).toEqual(
      Array.from({ length: 17 }, (_, index) => `sdg-${index + 1}`).sort(),
    );
    expect(goals.every(({ name }) => typeof name === 'string' && name.length > 3)).toBe(true);
    expect(await get(`themes?locale=${locale}&filters[scheme][$eq]=ogp-value`)).toHaveLength(6);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await everything();
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database, env: { SEED_DEMO: 'true' } });
    expect(await everything()).toEqual(before);
  });

  it('completes what is half there and doubles nothing', async () => {
    const before = await everything();
    const { strapi } = tracker;
    const milestone = before['milestones ka']!.find(({ code }) => code === '2.2.3')!;
    const partner = before['partners ka']!.find(({ slug }) => slug === 'idfi')!;
    await strapi
      .documents('api::milestone.milestone')
      .delete({ documentId: milestone.documentId, locale: '*' });
    await strapi.documents('api::partner.partner').delete({ documentId: partner.documentId, locale: 'en' });
    await strapi.store({ type: 'core', name: 'open-commitments', key: 'first-content' }).delete({});

    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database, env: { SEED_DEMO: 'true' } });
    const after = await everything();
    for (const [list, entries] of Object.entries(before)) {
      expect([list, after[list]!.length]).toEqual([list, entries.length]);
    }
    expect(after['milestones ka']!.filter(({ code }) => code === '2.2.3')).toHaveLength(1);
    const [again] = await get(`milestones?locale=en&filters[code][$eq]=2.2.3&populate=partners`);
    expect(again).toMatchObject({ partners: [{ slug: 'usaid-ggi' }] });
  });

  it('leaves alone what editors changed or deleted', async () => {
    const { strapi } = tracker;
    const [commitment] = await get('commitments');
    const { documentId } = commitment!;
    await strapi
      .documents('api::commitment.commitment')
      .update({ documentId, locale: 'ka', data: { title: 'შეცვლილი' }, status: 'published' } as never);
    const [undp] = await get('partners?filters[slug][$eq]=undp');
    await strapi.documents('api::partner.partner').delete({ documentId: undp!.documentId, locale: '*' });

    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database, env: { SEED_DEMO: 'true' } });
    expect(await get('commitments')).toMatchObject([{ title: 'შეცვლილი' }]);
    expect(await get('partners?filters[slug][$eq]=undp')).toEqual([]);
  });
});

describe('a tracker that is no demonstration', () => {
  it('starts with its lists of themes and nothing else', async () => {
    const tracker = await bootTracker({ firstStart: true, env: { SEED_DEMO: undefined } });
    const total = async (type: string) => {
      const { body } = await jsonRequest<{ meta: { pagination: { total: number } } }>(
        `${tracker.url}/api/${type}`,
      );
      return body.meta.pagination.total;
    };
    expect([await total('themes'), await total('commitments'), await total('partners')]).toEqual([23, 0, 0]);
    await tracker.close();
  });
});
