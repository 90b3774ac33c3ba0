import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { jsonRequest } from '../support/json-request';
import { startNode, stop, waitForOutput, type Running } from '../support/processes';
import { bootTracker } from '../support/tracker';

interface Accounts {
  admin: { email: string; password: string };
  editor: { email: string; password: string };
  moderator: { email: string; password: string };
  apiToken: string;
}

const STARTS = 180_000;

describe('npm run demo', () => {
  let folder: string;
  let running: Running | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-demo-'));
  });
  afterEach(async () => {
    if (running) await stop(running);
    running = undefined;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const accountsFile = () => path.join(folder, 'accounts.json');
  const readAccounts = async () => JSON.parse(await readFile(accountsFile(), 'utf8')) as Accounts;

  async function startDemo(database: string, ...options: string[]): Promise<string> {
    const port = await freePort();
    running = startNode(['scripts/demo.mjs', ...options], {
      HOST: '127.0.0.1',
      PORT: String(port),
      ENV_PATH: path.join(folder, 'env'),
      DATABASE_FILENAME: path.join(folder, database),
      DEMO_ACCOUNTS_FILE: accountsFile(),
    });
    await waitForOutput(running, 'The tracker runs.');
    return `http://127.0.0.1:${port}`;
  }

  const login = (url: string, body: unknown) => jsonRequest(`${url}/admin/login`, { body });

  it(
    'serves content, prints its addresses and lets its accounts in',
    async () => {
      const url = await startDemo('one.db');
      const accounts = await readAccounts();
      for (const person of ['admin', 'editor', 'moderator'] as const) {
        expect((await login(url, accounts[person])).status).toBe(200);
      }
      const { status, body } = await jsonRequest<{ data: unknown[] }>(`${url}/api/commitments?locale=ka`, {
        token: accounts.apiToken,
      });
      expect(status).toBe(200);
      expect(body.data.length).toBeGreaterThan(0);
      expect((await stat(accountsFile())).mode & 0o077).toBe(0);
      expect(running?.output()).toContain(accounts.admin.password);
      expect(running?.output()).toMatch(/\/admin\n/);
    },
    STARTS,
  );

  it(
    'keeps the accounts of a database it ran on before, installs and builds nothing again, ends with 0',
    async () => {
      const before = await readAccounts();
      await startDemo('one.db');
      expect(await readAccounts()).toEqual(before);
      expect(running?.output()).toContain('The build is up to date');
      expect(await stop(running!)).toMatchObject({ code: 0 });
    },
    STARTS,
  );

  it(
    'makes other passwords for another database',
    async () => {
      const before = await readAccounts();
      const url = await startDemo('two.db');
      const after = await readAccounts();
      expect(after.admin.password).not.toBe(before.admin.password);
      expect(after.apiToken).not.toBe(before.apiToken);
      expect((await login(url, before.admin)).status).toBe(400);
      expect((await login(url, after.admin)).status).toBe(200);
    },
    STARTS,
  );

  it(
    'imports a real plan once, beside its own content',
    async () => {
      const total = async (url: string, type: string) =>
        (
          await jsonRequest<{ meta: { pagination: { total: number } } }>(`${url}/api/${type}?locale=en`, {
            token: (await readAccounts()).apiToken,
          })
        ).body.meta.pagination.total;
      const url = await startDemo('plan.db', '--with', 'us-nap5');
      expect(running?.output()).toMatch(/commitment +36 new/);
      expect(await total(url, 'commitments')).toBe(37);
      const milestones = await total(url, 'milestones');
      await stop(running!);

      const again = await startDemo('plan.db', '--with', 'us-nap5');
      expect(running?.output()).toContain('Nothing differs');
      expect([await total(again, 'commitments'), await total(again, 'milestones')]).toEqual([37, milestones]);
    },
    2 * STARTS,
  );

  it('knows no other plan', async () => {
    const { code, output } = await startNode(['scripts/demo.mjs', '--with', 'nonsense']).ended;
    expect([code, output]).toEqual([2, expect.stringContaining('plans: us-nap5')]);
  });

  it('says in one line that the port is taken', async () => {
    const other: Server = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { code, output } = await startNode(['scripts/demo.mjs'], {
      HOST: '127.0.0.1',
      PORT: String(port),
    }).ended;
    other.close();
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([expect.stringContaining(`port ${port}`)]);
  });

  it('is the only way to such accounts: a plain start makes no admin user', async () => {
    const tracker = await bootTracker({ env: { SEED_DEMO: 'true', DEMO_ACCOUNTS_FILE: undefined } });
    expect(await tracker.strapi.db.query('admin::user').count()).toBe(0);
    await tracker.close();
  });
});
