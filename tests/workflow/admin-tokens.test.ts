import { adminToken, createAdminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const NAME = 'Spreadsheet of the secretariat';

interface Refused {
  error: { status: number; message: string; details: { code: string; needed: string; received: string } };
}

describe('a move made with a token of the panel', () => {
  let tracker: Tracker;
  let login: string;
  let token: string;
  const start = (address: string, documentId: string, bearer?: string, language = 'en') =>
    jsonRequest<Refused>(`${tracker.url}${address}`, {
      token: bearer,
      headers: { 'accept-language': language },
      body: { contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' },
    });

  beforeAll(async () => {
    tracker = await bootTracker();
    login = await adminToken(tracker);
    token = await createAdminToken(tracker, login, {
      name: NAME,
      actions: ['plugin::accountability.workflow-milestone-implementation.start'],
    });
  });
  afterAll(() => tracker.close());

  it('is recorded as the token, with its name, and names nobody to the public', async () => {
    const documentId = await makeMilestone(tracker);
    expect(await start('/accountability/transitions', documentId, token)).toMatchObject({ status: 200 });

    const { body } = await jsonRequest<{ data: { workflows: { history: object[] }[] } }>(
      `${tracker.url}/accountability/documents/${MILESTONE}/${documentId}/workflows`,
      { token: login },
    );
    expect(body.data.workflows[0]?.history[0]).toMatchObject({
      transition: 'start',
      actor: { kind: 'admin-token', name: NAME, label: null },
    });
    const history = await jsonRequest<{ data: { actor: object }[] }>(
      `${tracker.url}/api/milestones/${documentId}/status-history`,
    );
    expect(history.body.data[0]?.actor).toEqual({ kind: 'admin-token', label: null });
    const row = await tracker.strapi.db
      .query(MILESTONE)
      .findOne({ where: { documentId, locale: 'ka' }, populate: ['updatedBy'] });
    expect(row.updatedBy).toBeNull();
  });

  it('is refused at the public address, which says what kind of token it takes', async () => {
    const documentId = await makeMilestone(tracker);
    for (const [language, word] of [
      ['en', 'admin token'],
      ['ka', 'ადმინისტრირების ტოკენია'],
    ] as const) {
      const { status, body } = await start('/api/accountability/transitions', documentId, token, language);
      expect(status).toBe(401);
      expect(body.error.message).toContain(word);
      expect(body.error.details).toMatchObject({
        code: 'WRONG_TOKEN_KIND',
        received: 'admin',
        needed: 'content-api',
      });
    }
  });

  it('is refused with its kind at every address of the content API, and a token of that at those of the panel', async () => {
    const read = (address: string, bearer: string) =>
      jsonRequest<Refused>(`${tracker.url}${address}`, { token: bearer });
    for (const address of ['/api/commitments', '/api/commitments/', '/api/upload/files']) {
      expect(await read(address, token)).toMatchObject({
        status: 401,
        body: { error: { details: { code: 'WRONG_TOKEN_KIND', needed: 'content-api' } } },
      });
    }
    const contentToken = await createFullAccessToken(tracker);
    for (const address of ['/accountability/workflows', '/content-manager/content-types']) {
      expect(await read(address, contentToken)).toMatchObject({
        status: 401,
        body: { error: { details: { code: 'WRONG_TOKEN_KIND', needed: 'admin' } } },
      });
    }
  });

  it('reveals nothing of a token that nobody has made', async () => {
    const { status, body } = await start('/api/accountability/transitions', 'x', 'a'.repeat(256));
    expect(status).toBe(401);
    expect(body.error.details).toEqual({});
  });
});
