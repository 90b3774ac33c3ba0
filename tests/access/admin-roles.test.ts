import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const COMMENT = 'api::comment.comment';

describe('the roles of the admin panel', () => {
  let tracker: Tracker;
  let editor: string;
  let moderator: string;
  const collection = (uid: string) => `${tracker.url}/content-manager/collection-types/${uid}`;
  const status = async (url: string, token: string, body?: object, method?: string) =>
    (await jsonRequest(url, { token, body, method })).status;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    editor = await adminToken(tracker, ['strapi-editor']);
    moderator = await adminToken(tracker, ['tracker-moderator']);
  });
  afterAll(() => tracker.close());

  it('lets an editor write and publish in both languages', async () => {
    const created = await jsonRequest<{ data: { documentId: string } }>(
      `${collection(COMMITMENT)}?locale=ka`,
      {
        token: editor,
        body: { title: 'რედაქტორის ვალდებულება' },
      },
    );
    expect(created.status).toBe(201);
    const one = `${collection(COMMITMENT)}/${created.body.data.documentId}`;
    expect(await status(`${one}?locale=en`, editor, { title: 'Of an editor' }, 'PUT')).toBe(200);
    expect(await status(`${one}/actions/publish?locale=ka`, editor, {})).toBe(200);
    expect((await tracker.request.get('/api/commitments').expect(200)).text).toContain(
      'რედაქტორის ვალდებულება',
    );
  });

  it.each([
    'api::action-plan.action-plan',
    'api::milestone.milestone',
    'api::progress-report.progress-report',
    'api::partner.partner',
    'api::theme.theme',
  ])('lets an editor see %s', async (uid) => {
    expect(await status(collection(uid), editor)).toBe(200);
  });

  it('gives each role its moves, and no others', async () => {
    const movesOf = async (role: string) => {
      const grants: { action: string }[] = await tracker.strapi.db.query('admin::permission').findMany({
        where: { role: { code: role }, action: { $startsWith: 'plugin::accountability.workflow-' } },
      });
      return grants.map(({ action }) => action.slice('plugin::accountability.workflow-'.length)).sort();
    };
    const implementation = [
      'assess',
      'close',
      'complete',
      'delay',
      'reopen',
      'resume',
      'start',
      'suspend',
      'withdraw',
    ];
    expect(await movesOf('strapi-editor')).toEqual(
      ['commitment', 'milestone'].flatMap((type) =>
        implementation.map((name) => `${type}-implementation.${name}`),
      ),
    );
    expect(await movesOf('tracker-moderator')).toEqual(
      ['approve', 'hide', 'mark-spam', 'reject', 'show', 'undo'].map((name) => `comment-moderation.${name}`),
    );
  });

  it('keeps comments, accounts and settings from an editor', async () => {
    expect(await status(collection(COMMENT), editor)).toBe(403);
    for (const address of ['users', 'roles', 'api-tokens', 'webhooks']) {
      expect([address, await status(`${tracker.url}/admin/${address}`, editor)]).toEqual([address, 403]);
    }
  });

  it('lets a moderator decide on comments and see their address, and write nothing else', async () => {
    const comment = await tracker.strapi.documents(COMMENT).create({
      data: { authorName: 'ნინო', authorEmail: 'nino@example.org', body: 'კარგია' },
    } as never);
    const one = `${collection(COMMENT)}/${comment.documentId}`;
    const seen = await jsonRequest<{ data: { authorEmail: string } }>(one, { token: moderator });
    expect(seen).toMatchObject({ status: 200, body: { data: { authorEmail: 'nino@example.org' } } });
    expect(await status(one, moderator, { moderationNote: 'ok' }, 'PUT')).toBe(200);
    expect(await status(one, moderator, { body: 'შეცვლილი' }, 'PUT')).toBe(400);
    expect(await tracker.strapi.documents(COMMENT).findOne({ documentId: comment.documentId })).toMatchObject(
      {
        body: 'კარგია',
        moderationNote: 'ok',
      },
    );
    expect(await status(one, moderator, undefined, 'DELETE')).toBe(403);
    expect(await status(collection(COMMITMENT), moderator)).toBe(200);
    expect(await status(collection(COMMITMENT), moderator, { title: 'არა' })).toBe(403);
  });

  it('keeps what an administrator changes in a role', async () => {
    const { strapi } = tracker;
    const role = await strapi.db.query('admin::role').findOne({ where: { code: 'tracker-moderator' } });
    await strapi.service('admin::role').assignPermissions(role.id, []);
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database });
    const count = await tracker.strapi.db
      .query('admin::permission')
      .count({ where: { role: { code: 'tracker-moderator' } } });
    expect(count).toBe(0);
  });
});
