import { adminLogin, createAdmin, createAdminToken } from '../support/accounts';
import { hostDate } from '../support/host';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { ownPanelAddresses, panelAddresses } from '../support/panel-addresses';
import { registeredRoutes, type RegisteredRoute } from '../support/secrets/registered-routes';
import { walkOf, UNAUTHENTICATED_ROUTES } from '../support/secrets/public-walk';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::commitment.commitment';
const QUEUE = 'plugin::accountability.moderation.queue';
const DRAFT = 'Draft that no dead token shows';

interface Made {
  data: { id: number; accessKey: string };
}

describe('tokens that are no more', () => {
  let tracker: Tracker;
  let superAdmin: string;
  let draft: string;
  let made = 0;
  const call = (path: string, token: string, body?: object, method?: string) =>
    jsonRequest<Made>(`${tracker.url}${path}`, { token, body, method });
  /** Statuses of the answers to the token, each with the first address that has it. */
  async function answers(token: string, routes: readonly RegisteredRoute[]): Promise<Map<number, string>> {
    const statuses = new Map<number, string>();
    for (const { method, path } of routes) {
      const { status } = await call(path, token, method === 'GET' ? undefined : {}, method);
      if (!statuses.has(status)) statuses.set(status, `${method} ${path}`);
    }
    return statuses;
  }
  const idOf = async (name: string) =>
    ((await tracker.strapi.db.query('admin::api-token').findOne({ where: { name } })) as { id: number }).id;
  const expire = (uid: string, id: number) =>
    tracker.strapi.db
      .query(uid as 'admin::api-token')
      .update({ where: { id }, data: { expiresAt: hostDate(Date.now() - 1000) } });
  /** A token of an account of its own, which reads the queue of comments. */
  async function adminTokenOf(roles: string[] = ['tracker-moderator', 'strapi-super-admin']) {
    const owner = await createAdmin(tracker, { roles });
    const login = await adminLogin(tracker, owner);
    const name = `Admin ${(made += 1)}`;
    const token = await createAdminToken(tracker, login, { name, actions: [QUEUE] });
    return { owner, login, token, id: await idOf(name) };
  }
  async function contentToken() {
    const { status, body } = await call('/admin/api-tokens', superAdmin, {
      name: `Content ${(made += 1)}`,
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    expect(status).toBe(201);
    return { token: body.data.accessKey, id: body.data.id };
  }

  beforeAll(async () => {
    tracker = await bootTracker();
    superAdmin = await adminLogin(tracker, await createAdmin(tracker));
    draft = await makeCommitment(tracker, { title: DRAFT, published: false });
  });
  afterAll(() => tracker.close());

  type Owned = Awaited<ReturnType<typeof adminTokenOf>>;
  it.each<[string, (owned: Owned) => Promise<unknown>]>([
    ['has expired', ({ id }) => expire('admin::api-token', id)],
    ['was regenerated', ({ id, login }) => call(`/admin/admin-tokens/${id}/regenerate`, login, {})],
    ['was deleted', ({ id, login }) => call(`/admin/admin-tokens/${id}`, login, undefined, 'DELETE')],
    [
      'has a deactivated owner',
      ({ owner }) => call(`/admin/users/${owner.id}`, superAdmin, { isActive: false }, 'PUT'),
    ],
    ['has a deleted owner', ({ owner }) => call(`/admin/users/${owner.id}`, superAdmin, undefined, 'DELETE')],
  ])('an admin token that %s opens no address of the project', async (_what, end) => {
    const owned = await adminTokenOf();
    expect((await call('/accountability/moderation/comments', owned.token)).status).toBe(200);
    await end(owned);
    const own = ownPanelAddresses(tracker.strapi);
    expect(own.length).toBeGreaterThan(15);
    expect([...(await answers(owned.token, own)).keys()]).toEqual([401]);
  });

  it('opens no address of the panel at all', async () => {
    const owned = await adminTokenOf();
    await expire('admin::api-token', owned.id);
    const all = panelAddresses(tracker.strapi);
    expect(all.length).toBeGreaterThan(100);
    expect(Object.fromEntries(await answers(owned.token, all))).toEqual({ 401: expect.any(String) });
  });

  it('may do what its owner may do at that moment, and no more', async () => {
    const owned = await adminTokenOf(['tracker-moderator', 'strapi-super-admin']);
    const role = (await tracker.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-author' } })) as { id: number };
    const demoted = await call(`/admin/users/${owned.owner.id}`, superAdmin, { roles: [role.id] }, 'PUT');
    expect(demoted.status).toBe(200);
    expect((await call('/accountability/moderation/comments', owned.token)).status).toBe(403);
  });

  it('a token with one permission sees nothing else at the addresses that ask for a login alone', async () => {
    const { token } = await adminTokenOf();
    const open: string[] = [];
    for (const { method, path } of ownPanelAddresses(tracker.strapi)) {
      if (path.includes('/moderation/')) continue;
      const { status } = await call(path, token, method === 'GET' ? undefined : {}, method);
      expect([400, 403, 404]).toContain(status === 200 ? 404 : status);
      if (status === 200) open.push(`${method} ${path}`);
    }
    // The languages of the site, declarations, parents of a content type that does not exist, and an overview of what may be read: nothing.
    expect(open.sort()).toEqual([
      'GET /accountability/languages',
      'GET /accountability/open-data/selections',
      'GET /accountability/workflow-overview',
      'GET /accountability/workflows',
      'GET /parent-links/x1/x1',
    ]);
    for (const path of ['/parent-links/', '/accountability/documents/'].map((at) => `${at}${UID}/${draft}`))
      expect((await call(path.includes('documents') ? `${path}/workflows` : path, token)).status).toBe(403);
    const { body } = await call('/accountability/workflow-overview', token);
    expect(JSON.stringify(body)).not.toContain(DRAFT);
  });

  it('a token for transfers opens no address of the panel or of the content API', async () => {
    const { body, status } = await call('/admin/transfer/tokens', superAdmin, {
      name: 'Transfer',
      description: '',
      permissions: ['pull', 'push'],
      lifespan: null,
    });
    expect(status).toBe(201);
    const own = ownPanelAddresses(tracker.strapi);
    expect([...(await answers(body.data.accessKey, own)).keys()]).toEqual([401]);
    for (const path of ['/api/commitments?status=draft', '/api/upload/files', '/admin/users/me'])
      expect([path, (await call(path, body.data.accessKey)).status]).toEqual([path, 401]);
  });

  it.each<[string, (id: number) => Promise<unknown>]>([
    ['has expired', (id) => expire('admin::api-token', id)],
    ['was regenerated', (id) => call(`/admin/api-tokens/${id}/regenerate`, superAdmin, {})],
    ['was deleted', (id) => call(`/admin/api-tokens/${id}`, superAdmin, undefined, 'DELETE')],
  ])('a token of the content API that %s is refused, and reads no draft anywhere', async (_what, end) => {
    const { token, id } = await contentToken();
    const drafts = async () =>
      (await jsonRequest(`${tracker.url}/api/commitments?status=draft`, { token })).body;
    expect(JSON.stringify(await drafts())).toContain(DRAFT);
    await end(id);
    const open = new Set([
      ...Object.keys(walkOf(tracker.strapi)).map((path) => `GET ${path}`),
      ...UNAUTHENTICATED_ROUTES,
    ]);
    const closed = registeredRoutes(tracker.strapi).filter(
      ({ method, path }) => path.startsWith('/api/') && !open.has(`${method} ${path}`),
    );
    expect(closed.length).toBeGreaterThan(20);
    const filled = closed.map(({ method, path }) => ({
      method,
      path: path.replace(/:[a-zA-Z]+|\(\.\*\)/g, 'x1'),
    }));
    expect(Object.fromEntries(await answers(token, filled))).toEqual({ 401: expect.any(String) });
    expect(JSON.stringify(await drafts())).not.toContain(DRAFT);
  });
});
