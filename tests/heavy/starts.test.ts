import { PUBLIC_ACTIONS } from '../../src/access/public-grants';
import seed from '../../src/first-content/kutaisi-commitment.json';
import { copyDatabase, createDatabase, type FreshDatabase } from '../support/databases';
import { runDatabase } from '../support/host';
import { startServer } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const OWN_STORE = { key: { $startsWith: 'core_open-commitments_' } };

/** How many documents, rows and grants there are: what a doubled start would show. */
async function counts({ strapi }: Tracker) {
  const rows = (uid: Parameters<typeof strapi.db.query>[0], where = {}) =>
    strapi.db.query(uid).count({ where });
  return {
    locales: await rows('plugin::i18n.locale'),
    plans: await rows('api::action-plan.action-plan'),
    commitments: await rows('api::commitment.commitment'),
    milestones: await rows('api::milestone.milestone'),
    reports: await rows('api::progress-report.progress-report'),
    partners: await rows('api::partner.partner'),
    themes: await rows('api::theme.theme'),
    grants: await rows('plugin::users-permissions.permission', { role: { type: 'public' } }),
    moderators: await rows('admin::role', { code: 'tracker-moderator' }),
  };
}

// Two languages, draft and published; themes are not drafted.
const COMPLETE = {
  locales: 2,
  plans: 4,
  commitments: 4,
  milestones: 4 * seed.commitment.milestones.length,
  reports: 4,
  partners: 4 * seed.organisations.length,
  themes: 2 * 23,
  grants: PUBLIC_ACTIONS.length,
  moderators: 1,
};

describe('starts that do not go by the book', () => {
  /** A database whose tables are there, and nothing of the first content: Strapi itself makes tables without a lock. */
  let bare: FreshDatabase;
  let database: FreshDatabase;
  let tracker: Tracker;

  beforeAll(async () => {
    tracker = await bootTracker();
    bare = tracker.database;
    const { db } = tracker.strapi;
    await db.query('api::theme.theme').deleteMany({ where: {} });
    await db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { role: { type: 'public' } } });
    await db.query('plugin::i18n.locale').deleteMany({ where: { code: 'en' } });
    await db.query('admin::role').deleteMany({ where: { code: 'tracker-moderator' } });
    await db.query('strapi::core-store').deleteMany({ where: OWN_STORE });
    await tracker.close({ keepDatabase: true });
  });
  beforeEach(async () => {
    database = await copyDatabase(bare);
  });
  afterEach(async () => {
    await tracker.close({ keepDatabase: true });
    await database.drop();
  });
  afterAll(() => bare.drop());

  it('two instances that start at once make everything once', async () => {
    await startTwice(database);
    tracker = await bootTracker({ reuse: database });
    expect(await counts(tracker)).toEqual(COMPLETE);
  });

  it('two instances that start at once on an empty database make everything once', async () => {
    const empty = await createDatabase(runDatabase());
    try {
      await startTwice(empty);
      tracker = await bootTracker({ reuse: empty });
      expect(await counts(tracker)).toEqual(COMPLETE);
    } finally {
      await tracker.close();
    }
  });

  it.each([50, 300, 600])(
    'one killed %i ms into its first content is completed by the next',
    async (delay) => {
      const server = await startServer({ ...database.env, SEED_DEMO: 'true' });
      await server.printed(/Loading the first content/);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await server.kill('SIGKILL');

      tracker = await bootTracker({ reuse: database, env: { SEED_DEMO: 'true' } });
      expect(await counts(tracker)).toEqual(COMPLETE);
    },
  );
});

async function startTwice({ env }: FreshDatabase): Promise<void> {
  const settings = { ...env, SEED_DEMO: 'true' };
  const servers = await Promise.all([startServer(settings), startServer(settings)]);
  await Promise.all(servers.map((server) => server.ready()));
  await Promise.all(servers.map((server) => server.kill()));
}
