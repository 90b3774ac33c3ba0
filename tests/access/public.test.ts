import { PUBLIC_ACTIONS } from '../../src/access/public-grants';
import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

const TYPES = ['action-plans', 'commitments', 'milestones', 'partners', 'progress-reports', 'themes'];

describe('what a visitor may do', () => {
  let tracker: Tracker;
  let token: string;
  let drafted: string;
  const status = async (method: string, address: string, body?: object) =>
    (await jsonRequest(`${tracker.url}/api/${address}`, { method, body })).status;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    token = await createFullAccessToken(tracker);
    const { documentId } = await tracker.strapi
      .documents('api::commitment.commitment')
      .create({ data: { title: 'საიდუმლო მონახაზი' }, locale: 'ka' } as never);
    drafted = documentId;
  });
  afterAll(() => tracker.close());

  it.each(TYPES)('reads %s and changes nothing', async (type) => {
    expect(await status('GET', type)).toBe(200);
    expect(await status('POST', type, { data: {} })).toBe(403);
    const { body } = await jsonRequest<{ data: { documentId: string }[] }>(`${tracker.url}/api/${type}`);
    const one = `${type}/${body.data[0]!.documentId}`;
    expect(await status('GET', one)).toBe(200);
    expect(await status('PUT', one, { data: {} })).toBe(403);
    expect(await status('DELETE', one)).toBe(403);
  });

  it('reads no list of comments: they are read below their commitment', async () => {
    expect(await status('GET', 'comments')).toBe(404);
    expect(await status('GET', 'comments/some-id')).toBe(404);
  });

  it.each(['users', 'users-permissions/roles', 'upload/files', 'i18n/locales'])(
    'reads no %s',
    async (address) => {
      expect(await status('GET', address)).toBe(403);
    },
  );

  it('cannot make an account', async () => {
    const body = { username: 'a', email: 'a@example.org', password: 'Secret123' };
    expect(await status('POST', 'auth/local/register', body)).toBe(403);
    expect(await status('POST', 'auth/forgot-password', { email: 'a@example.org' })).toBe(403);
  });

  it.each([
    'status=draft',
    'status=draft&filters[title][$contains]=საიდუმლო',
    'publicationFilter=never-published',
    'hasPublishedVersion=false',
  ])('sees no draft through ?%s', async (query) => {
    const { status: code, body } = await jsonRequest<{ error: { message: string } }>(
      `${tracker.url}/api/commitments?${query}`,
    );
    expect(code).toBe(403);
    expect(body.error.message).toContain('API token');
    expect(await status('GET', `commitments/${drafted}?${query}`)).toBe(403);
  });

  it('lets an integration with a token read drafts', async () => {
    const address = `${tracker.url}/api/commitments/${drafted}?status=draft`;
    expect((await jsonRequest(address, { token })).status).toBe(200);
  });

  it('cannot find a draft by a filter on what links to it', async () => {
    expect(await status('GET', 'themes?filters[commitments][title][$contains]=ა')).toBe(400);
    expect(await status('GET', 'themes?populate=commitments')).toBe(400);
  });

  it('cannot find a draft by a filter or an order by other languages', async () => {
    for (const query of ['filters[localizations][title][$contains]=ა', 'sort=localizations.title']) {
      expect([query, await status('GET', `commitments?${query}`)]).toEqual([query, 400]);
    }
    const address = `${tracker.url}/api/commitments?filters[localizations][title][$contains]=ა`;
    expect((await jsonRequest(address, { token })).status).toBe(200);
  });

  it('cannot find an e-mail address by a search', async () => {
    const { documentId } = await tracker.strapi
      .documents('api::partner.partner')
      .create({ locale: 'en', data: { name: 'Searched', contactEmail: 'hidden@example.org' } } as never);
    await tracker.strapi.documents('api::partner.partner').publish({ documentId, locale: '*' } as never);
    for (const [search, count] of [
      ['Searched', 1],
      ['hidden@example', 0],
    ] as const) {
      for (const reader of [undefined, token]) {
        const address = `${tracker.url}/api/partners?locale=en&_q=${search}`;
        const { body } = await jsonRequest<{ data: object[] }>(address, { token: reader });
        expect([search, body.data.length]).toEqual([search, count]);
      }
    }
  });

  it.each([
    'commitments/%00',
    'commitments/a%00b/status-history',
    'commitments?filters[title][$eq]=%00',
    'commitments/none/comments?parent=%00',
    'accountability/workflows?%00=1',
  ])('is refused a NUL in %s, which no database text holds', async (address) => {
    const { status, body } = await jsonRequest<{ error: { details: object } }>(
      `${tracker.url}/api/${address}`,
    );
    expect(status).toBe(400);
    expect(body.error.details).toMatchObject({ code: 'NUL_IN_ADDRESS' });
  });

  it('answers pages of any origin', async () => {
    const { headers } = await jsonRequest(`${tracker.url}/api/commitments`, {
      headers: { origin: 'https://frontend.example' },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const admin = await jsonRequest(`${tracker.url}/admin/init`, {
      headers: { origin: 'https://frontend.example' },
    });
    expect(admin.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has just the declared grants, restored and undoubled at each start', async () => {
    const { strapi } = tracker;
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    const permissions = strapi.db.query('plugin::users-permissions.permission');
    await permissions.delete({ where: { action: PUBLIC_ACTIONS[0], role: role.id } });
    await permissions.create({ data: { action: PUBLIC_ACTIONS[1], role: role.id } });
    await permissions.create({ data: { action: 'api::comment.comment.find', role: role.id } });

    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database });
    const granted: { action: string }[] = await tracker.strapi.db
      .query('plugin::users-permissions.permission')
      .findMany({ where: { role: { type: 'public' } } });
    expect(granted.map(({ action }) => action).sort()).toEqual([...PUBLIC_ACTIONS].sort());
  });
});
