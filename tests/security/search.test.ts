import { adminToken, createFullAccessToken, type RoleCode } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { moderatorRole } from '../support/moderators';
import { bootTracker, type Tracker } from '../support/tracker';

const PARTNER = 'api::partner.partner';
const COMMITMENT = 'api::commitment.commitment';
const REPORT = 'api::progress-report.progress-report';
const READ = 'plugin::content-manager.explorer.read';
/** In the address and nowhere else. */
const SECRET = 'zauberberg';
/** Another that nobody has. */
const WRONG = 'quetzalcoatl';

interface List {
  results: Record<string, unknown>[];
  data: Record<string, unknown>[];
  error: { message: string; details: { code?: string; field?: string; messages: { ka: string } } };
}

describe('no search reveals what its reader may not read', () => {
  let tracker: Tracker;
  let admin: string;
  /** Reads all of organisations but their address, and what leads to them. */
  let reader: string;

  const panel = (uid: string, query: string, token = reader) =>
    jsonRequest<List>(`${tracker.url}/content-manager/collection-types/${uid}?locale=ka&${query}`, { token });
  const found = async (uid: string, query: string, token = reader) => {
    const { status, body } = await panel(uid, query, token);
    return status === 200 ? body.results.length : status;
  };
  const api = (path: string, token?: string) => jsonRequest<List>(`${tracker.url}/api/${path}`, { token });

  async function makeRole(
    code: RoleCode,
    fields: Record<string, string[]>,
    conditions: string[] = [],
  ): Promise<string> {
    const role: { id: number } = await tracker.strapi.db
      .query('admin::role')
      .create({ data: { code, name: code, description: '' } });
    await tracker.strapi.service('admin::role').assignPermissions(
      role.id,
      Object.entries(fields).map(([subject, names]) => ({
        action: READ,
        subject,
        properties: { fields: names, locales: ['ka', 'en'] },
        conditions,
      })),
    );
    return adminToken(tracker, [code]);
  }

  beforeAll(async () => {
    tracker = await bootTracker();
    const { strapi } = tracker;
    const partners = strapi.documents(PARTNER);
    const { documentId: partner } = await partners.create({
      locale: 'ka',
      data: { name: 'Ministry', contactEmail: `${SECRET}@example.org` },
    } as never);
    await partners.publish({ documentId: partner, locale: '*' } as never);
    await makeCommitment(tracker, {
      title: 'Promise',
      data: { leadAgencies: [partner], description: `About ${SECRET}` },
      published: false,
    });
    const commitment = await makeCommitment(tracker, { title: 'Public', data: { leadAgencies: [partner] } });
    await strapi.documents(REPORT).create({
      locale: 'ka',
      data: { commitment, assessorPartner: partner, narrative: 'Report' },
    } as never);
    admin = await adminToken(tracker);
    reader = await makeRole('search-reader', {
      [PARTNER]: ['name', 'acronym', 'slug', 'ledCommitments'],
      [COMMITMENT]: ['title', 'leadAgencies'],
      [REPORT]: ['narrative', 'assessorPartner'],
    });
  });
  afterAll(() => tracker.close());

  it('the panel searches the fields a role reads', async () => {
    expect(await found(PARTNER, `_q=${SECRET}`)).toBe(0);
    expect(await found(PARTNER, '_q=Ministry')).toBe(1);
    expect(await found(PARTNER, `_q=${SECRET}`, admin)).toBe(1);
  });

  it('and no texts of drafts that it does not', async () => {
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    for (const token of [reader, moderator]) {
      expect(await found(COMMITMENT, `_q=${SECRET}`, token)).toBe(0);
      expect(await found(COMMITMENT, '_q=Promise', token)).toBe(1);
    }
    expect(await found(COMMITMENT, `_q=${SECRET}`, admin)).toBe(1);
  });

  it('searches the fields of all roles of a user', async () => {
    await makeRole('search-mail', { [PARTNER]: ['contactEmail'] });
    const both = await adminToken(tracker, ['search-reader', 'search-mail']);
    expect(await found(PARTNER, `_q=${SECRET}`, both)).toBe(1);
  });

  it('leaves a field alone that a role gives in documents of its own only', async () => {
    await makeRole('search-own', { [PARTNER]: ['contactEmail'] }, ['admin::is-creator']);
    const both = await adminToken(tracker, ['search-reader', 'search-own']);
    expect(await found(PARTNER, `_q=${SECRET}`, both)).toBe(0);
    expect(await found(PARTNER, `filters[contactEmail][$startsWith]=${SECRET}`, both)).toBe(400);
    expect(await found(PARTNER, 'sort=contactEmail:asc', both)).toBe(400);
  });

  it.each([
    (guess: string) => `filters[contactEmail][$startsWith]=${guess}`,
    (guess: string) => `filters[$and][0][$or][0][contactEmail][$startsWith]=${guess}`,
    (guess: string) => `filters[$not][contactEmail][$startsWith]=${guess}`,
    (guess: string) => `filters[t0.contact_email][$startsWith]=${guess}`,
    (guess: string) => `populate[ledCommitments][filters][leadAgencies][contactEmail][$startsWith]=${guess}`,
  ])('a filter of the panel answers a right guess like a wrong one: %s', async (query) => {
    const [right, wrong] = [await panel(PARTNER, query(SECRET)), await panel(PARTNER, query(WRONG))];
    expect(right.status).toBe(wrong.status);
    expect(right.body).toEqual(wrong.body);
  });

  it.each([
    `filters[leadAgencies][contactEmail][$startsWith]=${SECRET}`,
    `filters[$or][0][$not][leadAgencies][contactEmail][$startsWith]=${SECRET}`,
    `filters[leadAgencies][ledCommitments][description][$contains]=${SECRET}`,
    `filters[localizations][description][$contains]=${SECRET}`,
    'sort=title:asc,leadAgencies.contactEmail:desc',
    'sort[0][leadAgencies][contactEmail]=desc',
  ])('the panel refuses what is unreadable behind a relation: %s', async (query) => {
    const { status, body } = await panel(COMMITMENT, query);
    expect([status, body.error.details.code]).toEqual([400, 'FIELD_NOT_READABLE']);
    expect(body.error.message).toContain(body.error.details.field);
    expect(body.error.details.messages.ka).toMatch(/[ა-ჰ]/);
  });

  it('and takes what is readable there', async () => {
    expect(await found(COMMITMENT, 'filters[leadAgencies][name][$eq]=Ministry')).toBe(2);
    expect(await found(COMMITMENT, 'sort=leadAgencies.name:asc')).toBe(2);
    expect(await found(COMMITMENT, `filters[leadAgencies][contactEmail][$startsWith]=${SECRET}`, admin)).toBe(
      2,
    );
  });

  it('the choice of a relation finds by its name only', async () => {
    const choice = async (query: string) => {
      const address = `${tracker.url}/content-manager/relations/${COMMITMENT}/leadAgencies?locale=ka&${query}`;
      const { status, body } = await jsonRequest<List>(address, { token: reader });
      return status === 200 ? body.results.length : status;
    };
    expect(await choice('_q=Ministry')).toBe(1);
    expect(await choice(`_q=${SECRET}`)).toBe(0);
    expect(await choice(`filters[ledCommitments][description][$contains]=${SECRET}`)).toBe(400);
  });

  it('the queue of comments offers titles of drafts to those who may read them', async () => {
    const queue = async (token: string) => {
      const address = `${tracker.url}/accountability/moderation/subjects?search=Promise`;
      return (await jsonRequest<{ data: unknown[] }>(address, { token })).body.data.length;
    };
    const role = await moderatorRole(tracker, 'search-queue', { actions: ['queue'] });
    expect(await queue(await adminToken(tracker, [role]))).toBe(0);
    expect(await queue(await adminToken(tracker, ['tracker-moderator']))).toBe(1);
  });

  it('lists hold no unreadable field of what is related', async () => {
    for (const [uid, query] of [
      [REPORT, ''],
      [COMMITMENT, 'filters[leadAgencies][id][$notNull]=true'],
    ] as const) {
      const { status, body } = await panel(uid, query);
      expect([uid, status]).toEqual([uid, 200]);
      expect(JSON.stringify(body)).toContain('Ministry');
      expect(JSON.stringify(body)).not.toContain(SECRET);
    }
  });

  describe('at the content API', () => {
    const tokens: Record<string, string | undefined> = {};

    beforeAll(async () => {
      const create = (type: string, permissions?: string[]) =>
        tracker.strapi
          .service('admin::api-token')
          .create({ name: `search ${type}`, description: '', type, lifespan: null, permissions });
      tokens['a read-only token'] = (await create('read-only')).accessKey;
      tokens['a custom token'] = (
        await create('custom', [`${PARTNER}.find`, `${COMMITMENT}.find`])
      ).accessKey;
      tokens['a full-access token'] = await createFullAccessToken(tracker);
    });

    it.each(['nobody', 'a read-only token', 'a custom token', 'a full-access token'])(
      '%s finds by public fields only',
      async (who) => {
        const token = tokens[who];
        for (const [query, count] of [
          ['_q=Ministry', 1],
          [`_q=${SECRET}`, 0],
        ] as const) {
          const { status, body } = await api(`partners?${query}`, token);
          expect([query, status, body.data.length]).toEqual([query, 200, count]);
        }
        for (const path of [
          `partners?filters[contactEmail][$startsWith]=${SECRET}`,
          'partners?sort=contactEmail',
          `commitments?filters[leadAgencies][contactEmail][$startsWith]=${SECRET}`,
          'commitments?sort=leadAgencies.contactEmail',
        ]) {
          expect([path, (await api(path, token)).status]).toEqual([path, 400]);
        }
      },
    );

    it('a custom token compares nothing it may not read', async () => {
      const narrow = await tracker.strapi.service('admin::api-token').create({
        name: 'search narrow',
        description: '',
        type: 'custom',
        lifespan: null,
        permissions: [`${COMMITMENT}.find`],
      });
      const path = 'commitments?filters[leadAgencies][name][$startsWith]=M';
      expect((await api(path, narrow.accessKey)).status).toBe(400);
    });

    it('texts of drafts are found by nobody without a token', async () => {
      expect((await api(`commitments?locale=ka&_q=${SECRET}`)).body.data).toEqual([]);
      expect((await api(`commitments?locale=ka&_q=${SECRET}&status=draft`)).status).toBe(403);
    });

    it('accounts are not found by the secret links they were sent', async () => {
      const resetPasswordToken = `${SECRET}-reset`;
      await tracker.strapi.db.query('plugin::users-permissions.user').create({
        data: { username: 'nino', email: 'nino@example.org', provider: 'local', resetPasswordToken },
      });
      const token = tokens['a full-access token'];
      const find = async (word: string) =>
        (await jsonRequest<unknown[]>(`${tracker.url}/api/users?_q=${word}`, { token })).body.length;
      expect([await find('nino'), await find(SECRET)]).toEqual([1, 0]);
    });
  });
});
