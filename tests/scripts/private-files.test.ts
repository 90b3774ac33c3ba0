import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_SECRETS } from '../support/environment';
import { freePort } from '../support/free-port';
import { hostScript } from '../support/host';
import { ROOT, startNode, stop, waitForOutput } from '../support/processes';
import { bootTracker } from '../support/tracker';

/** Rights as `chmod` takes them. */
const rights = (file: string): string => (statSync(file).mode & 0o777).toString(8);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-commitments-rights-'));
  // As somebody's folder that others may look into.
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a start makes a database and accounts nobody else on the machine can read', async () => {
  const database = path.join(folder, 'made/deep/data.db');
  const accounts = path.join(folder, 'accounts/demo.json');
  const env = { DATABASE_FILENAME: database, DEMO_ACCOUNTS_FILE: accounts };
  const tracker = await bootTracker({ firstStart: true, env });
  const files = readdirSync(path.dirname(database));
  const seen = files.map((name) => [name, rights(path.join(path.dirname(database), name))]);
  await tracker.close();

  expect(Object.fromEntries(seen)).toEqual({
    'data.db': '600',
    'data.db-wal': '600',
    'data.db-shm': '600',
    'data.db.start': '600',
  });
  for (const made of ['made', 'made/deep', 'accounts']) {
    expect([made, rights(path.join(folder, made))]).toEqual([made, '700']);
  }
  expect(rights(accounts)).toBe('600');
  // Not ours to close.
  expect(rights(folder)).toBe('755');
});

it('a start closes the application’s own folder, and follows no link out of it', async () => {
  mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  const own = mkdtempSync(path.join(ROOT, '.tmp/rights-'));
  try {
    const outside = path.join(folder, 'outside.txt');
    writeFileSync(outside, '', { mode: 0o644 });
    mkdirSync(path.join(own, 'results'));
    for (const name of ['old.db', 'old.db-wal', 'results/run.json']) writeFileSync(path.join(own, name), '');
    for (const name of ['', 'results']) chmodSync(path.join(own, name), 0o755);
    for (const name of ['old.db', 'old.db-wal', 'results/run.json']) chmodSync(path.join(own, name), 0o644);
    symlinkSync(outside, path.join(own, 'link'));

    const tracker = await bootTracker();
    await tracker.close();

    expect(rights(path.join(ROOT, '.tmp'))).toBe('700');
    for (const name of ['', 'results']) expect([name, rights(path.join(own, name))]).toEqual([name, '700']);
    for (const name of ['old.db', 'old.db-wal', 'results/run.json']) {
      expect([name, rights(path.join(own, name))]).toEqual([name, '600']);
    }
    expect(rights(outside)).toBe('644');
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

it('a database in another folder keeps its rights, and the log says who may read it', async () => {
  const database = path.join(folder, 'data.db');
  writeFileSync(database, '');
  chmodSync(database, 0o640);
  const running = startNode(['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    ...TEST_SECRETS,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_FILENAME: database,
  });
  try {
    await waitForOutput(running, `Other users of this machine may read ${database}`);
    await waitForOutput(running, 'started');
    expect([rights(folder), rights(database)]).toEqual(['755', '640']);
  } finally {
    await stop(running);
  }
}, 120_000);

it('the demo closes the settings file it finds, which holds secrets', async () => {
  const { ensureEnvFile } = hostScript('scripts/lib/env-file.mjs') as {
    ensureEnvFile(root: string, file: string): Promise<string>;
  };
  const file = path.join(folder, '.env');
  expect([await ensureEnvFile(ROOT, file), rights(file)]).toEqual(['made', '600']);
  chmodSync(file, 0o644);
  expect([await ensureEnvFile(ROOT, file), rights(file)]).toEqual(['kept', '600']);
  writeFileSync(file, 'PORT=8080\n');
  chmodSync(file, 0o666);
  expect([await ensureEnvFile(ROOT, file), rights(file)]).toEqual(['completed', '600']);
});
