import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error: { message: string; details: { code: string; parameter: string; messages: object } };
}

/** Each was answered with 500 on one engine or on both. */
const QUERIES: readonly string[] = [
  'fields=',
  'filters[$and]=1',
  'filters[$not][0][title]=1',
  'filters[][code]=1',
  'filters[$contains]=1',
  'filters[code][$or][0][$eq]=1',
  'filters[code][$between]=1',
  'filters[code][$jsonSupersetOf]=1',
  'filters[documentId][$jsonSupersetOf]=1',
  'filters[order]=x',
  'filters[order]=99999999999',
  'filters[order][$contains]=1',
  'filters[id]=1.5',
  'filters[createdAt][$contains]=1',
  'filters[createdAt][$gt]=-271821-04-20',
  'filters[milestones]=x',
  'filters[timeframe][documentId]=1',
  'sort=timeframe.documentId',
  'populate[timeframe][fields][0]=documentId',
  'populate[milestones][filters][$not]=1',
  'pagination[start]=99999999999999999999',
  'overdue=true&filters[$and]=1',
];

describe('a query the database would fail at', () => {
  let tracker: Tracker;
  let token: string;
  const ask = (query: string, bearer?: string, language = 'en') =>
    jsonRequest<Refused>(
      `${tracker.url}/api/commitments?${query.replace(/[[\]]/g, (bracket) => encodeURIComponent(bracket))}`,
      { token: bearer, headers: { 'accept-language': language } },
    );

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    token = await createFullAccessToken(tracker);
  });
  afterAll(() => tracker.close());

  it.each(QUERIES)('is refused with its parameter, with a token and without one: %s', async (query) => {
    for (const bearer of [undefined, token]) {
      const { status, body } = await ask(query, bearer);
      expect([status, body.error.details]).toEqual([
        400,
        expect.objectContaining({ code: expect.stringMatching(/^[A-Z_]+$/), messages: expect.anything() }),
      ]);
      expect(body.error.message).toContain(body.error.details.parameter);
    }
  });

  it('is refused in the language of whoever asks', async () => {
    expect((await ask('filters[order]=x', undefined, 'ka')).body.error.message).toMatch(/[ა-ჰ]/);
  });

  it.each(['changes.atom?before', 'changes.ndjson?since'])(
    'is none because a feed is asked from a number beyond all rows: %s',
    async (address) => {
      for (const number of ['2147483647', '2147483648', '9007199254740991']) {
        const { status } = await fetch(`${tracker.url}/api/open-data/${address}=${number}`);
        expect([number, status]).toEqual([number, 200]);
      }
    },
  );

  it.each([
    'filters[code][$in][0]=1&filters[order][$gte]=0',
    'filters[$or][0][title][$containsi]=a&filters[$or][1][milestones][title]=b',
    'populate[milestones][filters][order][$gt]=0&populate[timeframe]=true&sort=timeframe.startDate:desc',
    'filters[milestones][id][$null]=true&filters[commentsOpen]=true&fields=title,code',
  ])('is no sound one: %s', async (query) => {
    expect((await ask(query)).status).toBe(200);
  });
});
