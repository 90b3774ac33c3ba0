import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error: { message: string; details: { code: string; limit: string; most: number; parameter: string } };
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('&');

/** Each query goes one step beyond one limit: a server without it answers it at once too. */
const BEYOND: [limit: string, parameter: string, query: string][] = [
  [
    'populateDepth',
    'populate[milestones][populate][progressReports][populate][assessorPartner][populate][logo]',
    'populate=milestones.progressReports.assessorPartner.responsibleMilestones.partners',
  ],
  ['populateReturns', 'populate[milestones][populate][commitment]', 'populate=milestones.commitment'],
  ['populated', 'populate', times(41, (index) => `populate[${index}]=themes`)],
  ['sortKeys', 'sort', times(11, (index) => `sort[${index}]=${index < 10 ? 'title' : 'code'}`)],
  ['sortRepeats', 'sort', 'sort=title,title'],
  ['listJoins', 'sort', 'sort=milestones.partners.name,leadAgencies.name,partners.name,themes.name'],
  ['joinsOfOne', 'filters', times(3, (index) => `filters[$or][${index}][milestones][code]=1`)],
  ['filters', 'filters', times(51, (index) => `filters[$and][${index}][code]=${index}`)],
  ['joins', 'filters', times(11, (index) => `filters[$or][${index}][timeframe][startDate]=2020-01-01`)],
  ['filterDepth', 'filters', `filters${'[$not]'.repeat(7)}[code]=1`],
  ['listSize', 'filters', times(101, (index) => `filters[code][$in][${index}]=${index}`)],
  ['searchLength', '_q', `_q=${'a'.repeat(201)}`],
  ['length', 'query', `filters[code]=${'a'.repeat(8000)}`],
];

describe('what one query of the content API may cost', () => {
  let tracker: Tracker;
  const get = (query: string, token?: string, address = 'commitments') =>
    jsonRequest<Refused>(`${tracker.url}/api/${address}?${query}`, { token });

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());

  it.each(BEYOND)(
    'beyond %s is refused by its name and parameter, without asking for content',
    async (limit, parameter, query) => {
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) => asked.push(sql);
      tracker.strapi.db.connection.on('query', listen);
      const { status, body } = await get(query);
      tracker.strapi.db.connection.removeListener('query', listen);

      expect(status).toBe(400);
      expect(body.error.details.code).toBe('QUERY_TOO_COSTLY');
      expect(body.error.details.limit).toBe(limit);
      expect(body.error.details.parameter).toContain(
        parameter.slice(0, parameter.indexOf('[') + 1 || undefined),
      );
      expect(body.error.message).toContain(String(body.error.details.most || ''));
      expect(asked.filter((sql) => /commitments|milestones/.test(sql))).toEqual([]);
    },
  );

  it.each(['action-plans', 'commitments', 'milestones', 'partners', 'progress-reports', 'themes'])(
    'is bounded for lists and single documents of %s',
    async (type) => {
      const list = await jsonRequest<{ data: { documentId: string }[] }>(`${tracker.url}/api/${type}`);
      const documentId = list.body.data[0]!.documentId;
      for (const address of [type, `${type}/${documentId}`]) {
        expect(await get('sort=createdAt,createdAt', undefined, address)).toMatchObject({ status: 400 });
        expect(await get('populate=*', undefined, address)).toMatchObject({ status: 200 });
      }
    },
  );

  it('answers in the language of whoever asks', async () => {
    const { body } = await tracker.request
      .get('/api/commitments?sort=title,title')
      .set('Accept-Language', 'ka');
    expect(body.error.message).toContain('რამდენჯერმე');
  });

  it('is wider with a token, and bounded too', async () => {
    const token = await createFullAccessToken(tracker);
    expect(await get('populate=milestones.commitment', token)).toMatchObject({ status: 200 });
    const far = times(4, (index) => `filters[$or][${index}][milestones][code]=1`);
    expect(await get(far, token)).toMatchObject({
      status: 400,
      body: { error: { details: { limit: 'joinsOfOne' } } },
    });
  });

  it('reads a list as long as a token may send as a list', async () => {
    const token = await createFullAccessToken(tracker);
    const codes = times(499, (index) => `filters[code][$in]=${index + 100}`);
    const known = await get(`${codes}&filters[code][$in]=2.2.1`, token, 'milestones');
    expect(known).toMatchObject({ status: 200, body: { data: [{ code: '2.2.1' }] } });
    expect(await get(`${codes}&filters[code][$in]=a&filters[code][$in]=b`, token)).toMatchObject({
      status: 400,
      body: { error: { details: { limit: 'listSize', most: 500 } } },
    });
  });
});
