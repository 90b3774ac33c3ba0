// How long a start takes until it answers, beside a bare Strapi application on the same machine:
// npm run bench:start -- --runs 5
// Both on SQLite, on a database that is there already, in turn. The bare one is the playground without the plugin.
// Beside the time by the clock: that of the main thread on a processor, which other work on the machine changes less.
import './lib/ensure-built.mjs';
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { median } from './lib/requests.mjs';
import { mainThreadSeconds } from './lib/server.mjs';
import { option, print, root } from './lib/settings.mjs';

const RUNS = Number(option('runs', '5'));
const TARGET = 1.3;
const TIMEOUT_MS = 120_000;
const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
const SECRETS = {
  APP_KEYS: 'bench-one,bench-two',
  API_TOKEN_SALT: 'bench-api-token-salt',
  ADMIN_JWT_SECRET: 'bench-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'bench-transfer-token-salt',
  ENCRYPTION_KEY: 'bench-encryption-key-of-32-chars',
  JWT_SECRET: 'bench-jwt-secret',
};
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const folder = await mkdtemp(path.join(tmpdir(), 'bench-start-'));
const settings = (name) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...SECRETS,
  ENV_PATH: '/dev/null',
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_DIR: path.join(folder, `${name}-public`),
  STRAPI_TELEMETRY_DISABLED: 'true',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(folder, `${name}.db`),
});

/** The playground's application as Strapi would be without the plugin, with the tracker's own packages. */
async function makeBareApplication() {
  const bare = path.join(folder, 'bare');
  await cp(path.join(root, 'tests/playground/application'), bare, { recursive: true });
  await rm(path.join(bare, 'src/accountability'), { recursive: true });
  const plugins = await readFile(path.join(bare, 'config/plugins.ts'), 'utf8');
  const withoutPlugin = plugins
    .replace(/^import .*accountability.*\n/gm, '')
    .replace(/^ {2}accountability: \{[\s\S]*?^ {2}\},\n/m, '');
  await writeFile(path.join(bare, 'config/plugins.ts'), withoutPlugin);
  await symlink(path.join(root, 'node_modules'), path.join(bare, 'node_modules'));
  await promisify(execFile)(process.execPath, [STRAPI, 'build'], { cwd: bare, env: settings('bare') });
  return bare;
}

/** Seconds from the start of the process until it answers, by the clock and of its main thread on a processor. */
async function timeStart(name, cwd) {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(cwd, STRAPI), 'start'], {
    cwd,
    env: { ...settings(name), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const start = performance.now();
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/_health`).catch(() => null);
      if (answer?.status === 204) {
        return { clock: (performance.now() - start) / 1000, processor: mainThreadSeconds(child.pid) };
      }
      if (child.exitCode !== null || performance.now() - start > TIMEOUT_MS) {
        throw new Error(`${name} did not start:\n${output}`);
      }
      await pause(10);
    }
  } finally {
    child.kill();
    await ended;
  }
}

try {
  const applications = { bare: await makeBareApplication(), tracker: root };
  const times = { bare: [], tracker: [] };
  for (const [name, cwd] of Object.entries(applications)) {
    await mkdir(path.join(settings(name).PUBLIC_DIR, 'uploads'), { recursive: true });
    // The first start makes the database.
    await timeStart(name, cwd);
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, cwd] of Object.entries(applications)) times[name].push(await timeStart(name, cwd));
  }
  const of = (name, what) => times[name].map((run) => run[what]);
  for (const name of Object.keys(times)) {
    const clock = of(name, 'clock');
    print(
      `${name}: median ${median(clock).toFixed(2)} s of ${clock.map((one) => one.toFixed(2)).join(', ')}; ` +
        `main thread ${median(of(name, 'processor')).toFixed(2)} s`,
    );
  }
  const ratioOf = (what) => median(of('tracker', what)) / median(of('bare', what));
  const ratio = ratioOf('clock');
  print(
    `ratio ${ratio.toFixed(2)} (target ${TARGET}: ${ratio <= TARGET ? 'met' : 'not met'}); ` +
      `of the main thread ${ratioOf('processor').toFixed(2)}`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
