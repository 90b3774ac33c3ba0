import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const LONG = `x=${'a'.repeat(12_000)}`;

describe('the length of the query of public addresses', () => {
  let tracker: Tracker;
  let commitment: string;
  const get = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await rawRequest(`${tracker.url}${address}`, { headers });
    return { ...answer, text: answer.body.toString() };
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', PUBLIC_QUERY_LIMITS: 'sortKeys=1' } });
    const { body } = await tracker.request.get('/api/commitments');
    commitment = (body as { data: { documentId: string }[] }).data[0]!.documentId;
  });
  afterAll(() => tracker.close());

  it.each(['/commitments.csv', '/all.zip', '/summary.json', '/changes.atom', '/deadlines.ics', ''])(
    'is bounded for open data: %s',
    async (file) => {
      const { status, headers, text } = await get(`/api/open-data${file}?${LONG}`, {
        'accept-language': 'en',
        // No page of another site is to be sent less.
        origin: 'https://other.example',
      });
      expect(status).toBe(400);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(text)).toMatchObject({
        type: 'urn:problem-type:open-data:query-too-long',
        detail: expect.stringContaining('12000'),
        most: 12_000,
        length: LONG.length,
      });
      expect(headers['access-control-allow-origin']).toBe('*');
    },
  );

  it('is bounded for comments, histories, challenges and workflows, before anything is asked', async () => {
    const addresses = [
      `/api/commitments/${commitment}/comments`,
      `/api/commitments/${commitment}/status-history`,
      '/api/comments/challenge',
      '/api/accountability/workflows',
      '/api/commitments',
    ];
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    tracker.strapi.db.connection.on('query', listen);
    for (const address of addresses) {
      const { status, text } = await get(`${address}?${LONG}`);
      expect([address, status]).toEqual([address, 400]);
      expect(JSON.parse(text)).toMatchObject({
        error: { details: { code: 'QUERY_TOO_COSTLY', limit: 'length', most: 12_000 } },
      });
    }
    tracker.strapi.db.connection.removeListener('query', listen);
    expect(asked).toEqual([]);
  });

  it('is as long as a token allows where somebody has one, but nowhere else', async () => {
    const headers = { authorization: 'Bearer nobody-has-made-it' };
    expect((await get(`/api/commitments?${LONG}`, headers)).status).toBe(401);
    expect((await get(`/api/open-data/themes.csv?${LONG}`, headers)).status).toBe(400);
  });

  it('is reported by a page where a page was asked for', async () => {
    for (const path of ['/', '/commitments']) {
      const { status, headers, text } = await get(`${path}?${LONG}`, { 'accept-language': 'ka' });
      expect([path, status]).toEqual([path, 414]);
      expect(headers['content-type']).toContain('text/html');
      expect(text).toContain('მისამართი ძალიან გრძელია');
      expect(text).not.toContain('aaaaaaaaaa');
    }
  });

  it('leaves room for an export of two hundred chosen documents', async () => {
    const ids = Array.from(
      { length: 200 },
      (_, index) => `filters%5Bid%5D%5B%24in%5D=${String(index).padStart(24, 'd')}`,
    );
    const { status, headers } = await get(`/api/open-data/commitments.csv?${ids.join('&')}`);
    expect([status, headers['x-total-rows']]).toEqual([200, '0']);
  });

  it('and each limit of the content API is what its setting says', async () => {
    const { status, text } = await get('/api/commitments?sort=title,code');
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ error: { details: { limit: 'sortKeys', most: 1 } } });
  });
});
