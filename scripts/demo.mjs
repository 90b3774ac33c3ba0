#!/usr/bin/env node
/**
 * `npm run demo`: from a fresh clone to a running tracker with content and accounts. Only Node's own modules
 * are used here, since nothing is installed at first. Run again, it starts at once on what is there.
 * `-- --with us-nap5` also imports a real plan.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listenProblem, localUrl, waitUntilHealthy } from './lib/address.mjs';
import { ensureBuilt, strapiCommand } from './lib/build.mjs';
import { ensureEnvFile, readSettings } from './lib/env-file.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { privateFolder } from './lib/private-folder.mjs';
import { exitCode, fail, requireNode, run, say } from './lib/steps.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENV_FILE = path.resolve(ROOT, process.env.ENV_PATH || '.env');
const ACCOUNTS_FILE = process.env.DEMO_ACCOUNTS_FILE || '.tmp/demo-accounts.json';

/** Real plans, by the name of their mapping: files in a folder of that name below src/demo. */
const PLANS = { 'us-nap5': ['commitments.json', 'subcommitments.json'] };

requireNode([20, 19]);
process.chdir(ROOT);
const plans = wantedPlans();

const settings = await readSettings(ENV_FILE);
const host = settings.HOST || '0.0.0.0';
const port = Number(settings.PORT || 1337);
if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`PORT must be a number from 1 to 65535.`);
// Before minutes of installing and building.
const problem = await listenProblem(host, port);
if (problem) fail(portMessage(problem));

if ((await ensureInstalled(ROOT)) !== 0) fail('The packages could not be installed; npm says why above.');

const done = await ensureEnvFile(ROOT, ENV_FILE);
say(
  `Settings: ${path.relative(ROOT, ENV_FILE) || ENV_FILE} was ${done}${done === 'kept' ? '' : ' with fresh secrets'}`,
);
await privateFolder(path.join(ROOT, '.tmp'));

if ((await ensureBuilt(ROOT)) !== 0) fail('The build failed; it says why above.');

const environment = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  SEED_DEMO: 'true',
  ...process.env,
  NODE_ENV: process.env.NODE_ENV || 'production',
  DEMO_ACCOUNTS_FILE: ACCOUNTS_FILE,
};
for (const plan of plans) {
  say(`Importing the plan ${plan}`);
  const files = PLANS[plan].map((file) => path.join(ROOT, 'src', 'demo', plan, file));
  const args = [path.join('scripts', 'import.mjs'), ...files, '--mapping', plan];
  if ((await run(process.execPath, args, { cwd: ROOT, env: environment })) !== 0) {
    fail('The plan could not be imported; it says why above.');
  }
}

say('Starting the tracker');
const server = spawn(process.execPath, [strapiCommand(ROOT), 'start'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: environment,
});

let gone = false;
server.once('exit', (code, signal) => {
  gone = true;
  process.exit(exitCode(code, signal));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill(signal));
}

if (await waitUntilHealthy(localUrl(host, port), () => gone)) await printAddresses();

async function printAddresses() {
  const url = settings.PUBLIC_URL || localUrl(host, port).replace('127.0.0.1', 'localhost');
  const accounts = JSON.parse(await readFile(path.resolve(ROOT, ACCOUNTS_FILE), 'utf8'));
  const people = ['admin', 'editor', 'moderator'].map(
    (person) => `  ${person.padEnd(10)} ${accounts[person].email}   ${accounts[person].password}`,
  );
  process.stdout.write(`
The tracker runs.
  Site          ${url}/
  Admin panel   ${url}/admin
  Open data     ${url}/api/open-data
  API           ${url}/api/commitments?locale=ka
                ${url}/api/commitments?locale=en

Accounts of the admin panel (also in ${ACCOUNTS_FILE}, with a full-access API token):
${people.join('\n')}

Stop with Ctrl+C.
`);
}

function wantedPlans() {
  const known = Object.keys(PLANS);
  try {
    const { values } = parseArgs({ options: { with: { type: 'string', multiple: true, default: [] } } });
    if (values.with.every((plan) => known.includes(plan))) return values.with;
  } catch {
    // The usage says what there is.
  }
  return fail(`Usage: npm run demo [-- --with PLAN]; plans: ${known.join(', ')}`, 2);
}

function portMessage(code) {
  const place = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE')
    return `Something else listens on ${place}; choose another with PORT=1338 npm run demo.`;
  return `Cannot listen on ${place} (${code}); change PORT or HOST.`;
}
