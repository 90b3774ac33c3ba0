import { createAdmin } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error: { message: string; details: { code?: string; retryAfter?: number } };
}

describe('the doors of the panel', () => {
  let tracker: Tracker;
  let tries = 0;
  const logIn = (path: string, body: object, from: string, language = 'en') =>
    jsonRequest<Refused>(`${tracker.url}${path}`, {
      body,
      headers: { 'x-forwarded-for': from, 'accept-language': language },
    });
  const guess = (from: string) =>
    logIn('/admin/login', { email: `list-${(tries += 1)}@tests.example`, password: 'guess' }, from);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { IS_PROXIED: 'true', LOGIN_ATTEMPTS_PER_ADDRESS: '4' } });
    tracker.strapi.config.set('admin.rateLimit', { enabled: true });
  });
  afterAll(() => tracker.close());

  it('take a number of attempts from one visitor, whatever accounts they name, and others go on', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await guess('203.0.113.1')).status);
    expect(statuses).toEqual([400, 400, 400, 400, 429, 429]);
    const refused = await logIn('/admin/login/', { email: 'a@tests.example' }, '203.0.113.1', 'ka');
    const { details, message } = refused.body.error;
    expect([refused.status, details.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(message).toMatch(/^აქედან ძალიან ბევრი მცდელობა იყო\. სცადეთ [45] წუთში\.$/);
    expect(Number(refused.headers.get('retry-after'))).toBe(details.retryAfter);
    expect(details.retryAfter).toBeGreaterThan(240);
    expect((await logIn('/admin/forgot-password', { email: 'a@tests.example' }, '203.0.113.1')).status).toBe(
      429,
    );
    const account = await createAdmin(tracker);
    expect((await logIn('/admin/login', account, '203.0.113.2')).status).toBe(200);
  });

  it('take a network of IPv6 for one visitor', async () => {
    const statuses: number[] = [];
    for (const last of ['1', '2', 'a:b:c:d', 'ffff::', '5']) {
      statuses.push((await guess(`2001:db8:0:1:${last.includes(':') ? last : `:${last}`}`)).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 429]);
    expect((await guess('2001:db8:0:2::1')).status).toBe(400);
  });

  it('keep no address in memory that is longer than any can be', async () => {
    for (const path of ['/admin/login', '/admin/forgot-password']) {
      const { status, body } = await logIn(
        path,
        { email: `${'a'.repeat(300)}@tests.example` },
        '203.0.113.3',
      );
      expect([path, status, body.error.details.code]).toEqual([path, 400, 'EMAIL_TOO_LONG']);
    }
  });
});
