import { adminToken, createAdminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error: {
    status: number;
    message: string;
    details: { code?: string; messages?: { en: string; ka: string } };
  };
}

describe('routes of Strapi that ask for more than Strapi does', () => {
  let tracker: Tracker;
  let login: string;
  const ask = (method: string, path: string, token?: string, body?: unknown) =>
    jsonRequest<Refused>(`${tracker.url}${path}`, { method, token, body });
  const refusedWith = (status: number, code: string) => ({
    status,
    body: {
      error: { details: { code, messages: { en: expect.any(String), ka: expect.stringMatching(/[ა-ჰ]/) } } },
    },
  });

  beforeAll(async () => {
    tracker = await bootTracker();
    login = await adminToken(tracker);
  });
  afterAll(() => tracker.close());

  it('keep the account of a token’s owner from the token', async () => {
    const token = await createAdminToken(tracker, login, {
      name: 'Reads webhooks',
      actions: ['admin::webhooks.read'],
    });
    const before = await ask('GET', '/admin/users/me', token);
    const other = { email: 'other@tests.example' };
    expect(await ask('PUT', '/admin/users/me', token, other)).toMatchObject(refusedWith(403, 'LOGIN_ONLY'));
    for (const route of ['GET', 'DELETE'].map((method) => [method, '/admin/users/me/sessions'] as const)) {
      expect(await ask(...route, token)).toMatchObject(refusedWith(403, 'LOGIN_ONLY'));
    }
    expect((await ask('GET', '/admin/users/me', login)).body).toEqual(before.body);
  });

  it('send no mail for anybody, with a file of the server least of all', async () => {
    const sent = jest.fn().mockResolvedValue(undefined);
    const { provider } = tracker.strapi.plugin('email') as unknown as { provider: { send: unknown } };
    const { send } = provider;
    provider.send = sent;
    const mail = { to: 'nino@tests.example', subject: 'x', attachments: [{ path: 'package.json' }] };
    expect(await ask('POST', '/email', login, mail)).toMatchObject(refusedWith(403, 'ADDRESS_CLOSED'));
    const token = await createFullAccessToken(tracker);
    expect(await ask('POST', '/api/email', token, mail)).toMatchObject(refusedWith(403, 'ADDRESS_CLOSED'));
    provider.send = send;
    expect(sent).not.toHaveBeenCalled();
  });

  it.each([
    ['/content-manager/components/shared.timeframe/configuration', { settings: {} }],
    ['/i18n/settings', { aiLocalizations: true }],
  ])('let a moderator not change the panel for everybody: %s', async (path, body) => {
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    expect(await ask('PUT', path, moderator, body)).toMatchObject({ status: 403 });
  });

  it('take no content type for the single document it has not', async () => {
    const path = '/content-manager/single-types/api::theme.theme';
    const count = () => tracker.strapi.db.query('api::theme.theme').count();
    const before = await count();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? {} : undefined;
      expect(await ask(method, path, login, body)).toMatchObject(refusedWith(404, 'NO_SINGLE_TYPE'));
    }
    expect(await count()).toBe(before);
  });

  it.each([
    ['POST', '/admin/permissions/check', {}],
    ['POST', '/admin/permissions/check', { permissions: [null] }],
    ['PUT', '/admin/homepage/layout', { widgets: 1 }],
  ])('say what is wrong with a body: %s %s', async (method, path, body) => {
    expect(await ask(method, path, login, body)).toMatchObject(refusedWith(400, 'UNSOUND_BODY'));
  });

  it('know the requests of the panel itself', async () => {
    const permissions = [{ action: 'admin::webhooks.read', subject: null }];
    expect(await ask('POST', '/admin/permissions/check', login, { permissions })).toMatchObject({
      status: 200,
    });
    const widgets = [{ uid: 'plugin::content-manager.last-edited-entries', width: 6 }];
    expect(await ask('PUT', '/admin/homepage/layout', login, { widgets })).toMatchObject({ status: 200 });
  });

  it('say that a webhook is not there, whatever its number', async () => {
    for (const id of ['999', '99999999999999999999', 'x']) {
      const answer = await ask('POST', `/admin/webhooks/${id}/trigger`, login, {});
      expect(answer).toMatchObject(refusedWith(404, 'NO_SUCH_WEBHOOK'));
    }
  });

  it('give the role Author no comments', async () => {
    const author = await adminToken(tracker, ['strapi-author']);
    const comments = '/content-manager/collection-types/api::comment.comment';
    expect(await ask('POST', comments, author, { body: 'x', official: true })).toMatchObject({ status: 403 });
    expect(await ask('GET', comments, author)).toMatchObject({ status: 403 });
  });

  it('let a token that may read lists read no single document, nor the other way round', async () => {
    const read = async (action: string, path: string) => {
      const { accessKey } = (await tracker.strapi.service('admin::api-token').create({
        name: action,
        description: '',
        type: 'custom',
        permissions: [`api::theme.theme.${action}`],
        lifespan: null,
      })) as { accessKey: string };
      return (await ask('GET', path, accessKey)).status;
    };
    expect(await read('find', '/api/themes/nothing')).toBe(403);
    expect(await read('findOne', '/api/themes')).toBe(403);
  });

  it('refuse a stranger before anything is looked at', async () => {
    for (const model of ['nothing', 'api::theme.theme']) {
      const answer = await ask('PUT', `/content-manager/collection-types/${model}/x`, undefined, {});
      expect([model, answer.status]).toEqual([model, 401]);
    }
  });
});
