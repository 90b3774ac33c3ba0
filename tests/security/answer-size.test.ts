import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

interface Answer {
  data: { documentId: string }[];
  error: { message: string; details: { limit: string; most: number; received: number } };
}
const MILESTONES = 6;

describe('the size of one answer of the content API', () => {
  let tracker: Tracker;
  let commitment: string;
  const get = (address: string, token?: string) =>
    jsonRequest<Answer>(`${tracker.url}/api/${address}`, { token });

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { PUBLIC_QUERY_LIMITS: 'documents=10,joinedRows=10', TOKEN_QUERY_LIMITS: 'documents=15' },
    });
    for (let count = 0; count < 3; count += 1) {
      commitment = await makeCommitment(tracker, { title: `Commitment ${count}` });
    }
    for (let count = 0; count < MILESTONES; count += 1) {
      await makeMilestone(tracker, { data: { commitment } });
    }
  });
  afterAll(() => tracker.close());

  it('is bounded by how many documents a query may be expected to give', async () => {
    expect((await get('commitments')).body.data).toHaveLength(3);
    expect((await get(`commitments/${commitment}?populate=milestones`)).status).toBe(200);
    const { status, body } = await get('commitments?populate=milestones');
    expect(status).toBe(400);
    expect(body.error.details).toMatchObject({ limit: 'documents', most: 10 });
    // Three commitments; one of them with all of the milestones, and as many as are usual for the others.
    expect(body.error.details.received).toBe(3 + 3 * (MILESTONES / 3) + MILESTONES);
    expect(body.error.message).toContain('about 15 documents');
    expect((await get('commitments?pagination[pageSize]=1&populate=milestones')).status).toBe(200);
  });

  it('is bounded in the rows that are gone through for it', async () => {
    expect((await get('commitments?sort=milestones.code')).status).toBe(200);
    const twice = 'commitments?sort=milestones.code&filters[milestones][code][$null]=true';
    const { status, body } = await get(twice);
    expect(status).toBe(400);
    expect(body.error.details).toMatchObject({
      limit: 'joinedRows',
      most: 10,
      received: 3 * (MILESTONES / 3) ** 2,
    });
    expect((await get(twice, await createFullAccessToken(tracker))).status).toBe(200);
  });

  it('is wider with a token', async () => {
    const token = await createFullAccessToken(tracker);
    expect((await get('commitments?populate=milestones', token)).status).toBe(200);
  });

  it('is not asked of the database each time', async () => {
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    tracker.strapi.db.connection.on('query', listen);
    await get('commitments?populate=milestones');
    tracker.strapi.db.connection.removeListener('query', listen);
    expect(asked.filter((sql) => /commitments|milestones/.test(sql))).toEqual([]);
  });
});
