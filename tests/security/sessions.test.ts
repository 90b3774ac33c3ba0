import { adminLogin, createAdmin, createAdminToken, type AdminAccount } from '../support/accounts';
import { hostDate } from '../support/host';
import { jsonRequest } from '../support/json-request';
import { ownPanelAddresses } from '../support/panel-addresses';
import { bootTracker, type Tracker } from '../support/tracker';

const MOVE = 'plugin::accountability.workflow-milestone-implementation.start';

/** A login as a browser has it: the access token, and the cookie that renews it. */
interface Login {
  readonly token: string;
  readonly cookie: string;
}

describe('a login of the panel', () => {
  let tracker: Tracker;
  /** Does to accounts what their owners cannot. */
  let chief: string;

  const call = (path: string, token?: string, body?: object, method?: string) =>
    jsonRequest<{ data: Record<string, string>; error?: { details: { code?: string } } }>(
      `${tracker.url}${path}`,
      { token, body, method },
    );
  async function login({ email, password }: AdminAccount): Promise<Login> {
    const { status, headers, body } = await call('/admin/login', undefined, { email, password });
    expect(status).toBe(200);
    return { token: body.data.token!, cookie: cookieOf(headers) };
  }
  const cookieOf = (headers: Headers): string => {
    const cookies = headers.getSetCookie();
    expect(cookies.join()).toMatch(/strapi_admin_refresh=[^;]+;.*samesite=lax; httponly/i);
    return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  };
  const renew = (cookie: string) =>
    jsonRequest<{ data: { token: string } }>(`${tracker.url}/admin/access-token`, {
      method: 'POST',
      headers: { cookie },
    });
  /** Answers of the project's own addresses and of some of Strapi's, to whoever has the token. */
  async function answers(token: string): Promise<Set<number>> {
    const own = ownPanelAddresses(tracker.strapi);
    expect(own.length).toBeGreaterThan(15);
    const statuses = new Set<number>();
    for (const { method, path } of [...own, { method: 'GET', path: '/admin/users/me' }]) {
      statuses.add((await call(path, token, method === 'GET' ? undefined : {}, method)).status);
    }
    return statuses;
  }
  async function expectEnded({ token, cookie }: Login): Promise<void> {
    expect([...(await answers(token))]).toEqual([401]);
    expect((await renew(cookie)).status).toBe(401);
  }

  beforeAll(async () => {
    tracker = await bootTracker();
    chief = await adminLogin(tracker, await createAdmin(tracker));
  });
  afterAll(() => tracker.close());

  it('is good for every address until it ends by logging out, its cookie too', async () => {
    const held = await login(await createAdmin(tracker));
    expect(await answers(held.token)).not.toContain(401);
    expect((await call('/admin/logout', held.token, {})).status).toBe(200);
    await expectEnded(held);
  });

  it.each(['accessToken', 'session'] as const)('ends with the time of its %s', async (what) => {
    const held = await login(await createAdmin(tracker));
    const [, payload = ''] = held.token.split('.');
    const { sessionId, iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      sessionId: string;
      iat: number;
      exp: number;
    };
    if (what === 'accessToken') {
      expect(exp - iat).toBe(30 * 60);
      const [head, , sign] = held.token.split('.');
      const longer = Buffer.from(JSON.stringify({ sessionId, type: 'access', exp: exp + 1e6 }));
      expect(
        (await call('/admin/users/me', [head, longer.toString('base64url'), sign].join('.'))).status,
      ).toBe(401);
      return;
    }
    const sessions = tracker.strapi.db.query('admin::session');
    const { absoluteExpiresAt } = (await sessions.findOne({ where: { sessionId } })) as {
      absoluteExpiresAt: string;
    };
    expect(new Date(absoluteExpiresAt).getTime() / 1000 - iat).toBeLessThanOrEqual(24 * 60 * 60 + 1);
    await sessions.update({ where: { sessionId }, data: { expiresAt: hostDate(Date.now() - 1000) } });
    await expectEnded(held);
  });

  it('ends everywhere when its owner changes the password', async () => {
    const account = await createAdmin(tracker);
    const [here, elsewhere] = [await login(account), await login(account)];
    const changed = { currentPassword: account.password, password: 'Aa1-another-password' };
    expect((await call('/admin/users/me', here.token, changed, 'PUT')).status).toBe(200);
    for (const held of [here, elsewhere]) await expectEnded(held);
    expect((await call('/admin/login', undefined, account)).status).toBe(400);
  });

  it('ends when the password is set again by the link of a mail', async () => {
    const account = await createAdmin(tracker);
    const held = await login(account);
    await tracker.strapi.db.query('admin::user').update({
      where: { id: account.id },
      data: { resetPasswordToken: 'mailed', resetPasswordTokenExpiresAt: hostDate(Date.now() + 60_000) },
    });
    const code = { resetPasswordToken: 'mailed', password: 'Aa1-another-password' };
    expect((await call('/admin/reset-password', undefined, code)).status).toBe(200);
    await expectEnded(held);
    expect((await call('/admin/reset-password', undefined, code)).status).toBe(400);
  });

  it('ends when an administrator sets the password', async () => {
    const account = await createAdmin(tracker, { roles: ['strapi-editor'] });
    const held = await login(account);
    const set = { password: 'Aa1-another-password' };
    expect((await call(`/admin/users/${account.id}`, chief, set, 'PUT')).status).toBe(200);
    await expectEnded(held);
  });

  it('ends when the account is deactivated, and does not come back with it', async () => {
    const account = await createAdmin(tracker, { roles: ['strapi-editor'] });
    const held = await login(account);
    for (const isActive of [false, true]) {
      expect((await call(`/admin/users/${account.id}`, chief, { isActive }, 'PUT')).status).toBe(200);
      await expectEnded(held);
    }
  });

  it.each(['one', 'many'])('ends when the account is deleted, as %s', async (how) => {
    const account = await createAdmin(tracker, { roles: ['strapi-editor'] });
    const held = await login(account);
    const { status } =
      how === 'one'
        ? await call(`/admin/users/${account.id}`, chief, undefined, 'DELETE')
        : await call('/admin/users/batch-delete', chief, { ids: [account.id] });
    expect(status).toBe(200);
    await expectEnded(held);
  });

  it('has the rights of its roles at the moment of the request', async () => {
    const account = await createAdmin(tracker, { roles: ['tracker-moderator'] });
    const { token } = await login(account);
    const queue = async () => (await call('/accountability/moderation/comments', token)).status;
    expect(await queue()).toBe(200);
    const { id } = (await tracker.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-author' } })) as { id: number };
    expect((await call(`/admin/users/${account.id}`, chief, { roles: [id] }, 'PUT')).status).toBe(200);
    expect(await queue()).toBe(403);
  });

  it('ends with all the tokens it was renewed from when it is taken off the list of sessions', async () => {
    const account = await createAdmin(tracker);
    const [stolen, own] = [await login(account), await login(account)];
    const renewed = await renew(stolen.cookie);
    expect(renewed.status).toBe(200);
    const later = { token: renewed.body.data.token, cookie: cookieOf(renewed.headers) };
    // An access token outlives its renewal for the pages that are open, until it expires.
    expect((await call('/admin/users/me', stolen.token)).status).toBe(200);

    const { body } = await jsonRequest<{ data: { id: string; current: boolean }[] }>(
      `${tracker.url}/admin/users/me/sessions`,
      { token: own.token },
    );
    const [other] = body.data.filter(({ current }) => !current);
    const ended = await call(`/admin/users/me/sessions/${other!.id}`, own.token, undefined, 'DELETE');
    expect(ended.status).toBe(200);
    for (const held of [stolen, later]) await expectEnded(held);
    expect((await call('/admin/users/me', own.token)).status).toBe(200);
  });

  it('cannot be had by a token: it changes no account and ends no session', async () => {
    const account = await createAdmin(tracker);
    const held = await login(account);
    const token = await createAdminToken(tracker, held.token, { name: 'One move', actions: [MOVE] });
    for (const [method, path, body] of [
      ['PUT', '/admin/users/me', { email: 'taken@example.org' }],
      ['GET', '/admin/users/me/sessions'],
      ['DELETE', '/admin/users/me/sessions'],
      ['DELETE', '/admin/users/me/sessions/x'],
      ['POST', '/admin/logout', {}],
    ] as const) {
      const answer = await call(path, token, body, method);
      expect([path, answer.status, answer.body.error?.details.code]).toEqual([path, 403, 'LOGIN_ONLY']);
    }
    const me = await call('/admin/users/me', held.token);
    expect([me.status, me.body.data.email]).toEqual([200, account.email]);
  });
});
