import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const RUNS = 'The tracker runs.';
/** Lines that say what is going on; the rest are of interest only if it fails. */
const STEP = /^==> .*$/gm;

/**
 * Starts `npm run demo` on a database, settings and accounts of its own, all in a folder.
 * @param folder that is thrown away afterwards
 * @param port nobody listens on
 * @param env settings on top of the demo's
 * @returns `ready`, which gives its address and accounts or throws with its last words, and `stop`, for any time
 */
export function startTemporaryDemo(root, { folder, port, env = {} }) {
  const accountsFile = path.join(folder, 'accounts.json');
  const child = spawn(process.execPath, [path.join(root, 'scripts/demo.mjs')], {
    cwd: root,
    // Ctrl+C reaches this script only, which ends the demo when it has closed what looks at it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: '',
      SMTP_HOST: '',
      ENV_PATH: path.join(folder, 'env'),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(folder, 'data.db'),
      DEMO_ACCOUNTS_FILE: accountsFile,
      ...env,
    },
  });
  const ended = once(child, 'close');
  const running = untilItRuns(child);
  return {
    async ready() {
      await running;
      const accounts = JSON.parse(await readFile(accountsFile, 'utf8'));
      return { url: `http://127.0.0.1:${port}`, accounts };
    },
    async stop() {
      // Nobody may be waiting for it any more.
      running.catch(() => undefined);
      endGroup(child);
      await ended;
    },
  };
}

/** As Ctrl+C in a terminal does: whatever the demo started ends with it. */
function endGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGINT');
}

function untilItRuns(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    let printed = 0;
    const onOutput = (part) => {
      output += part;
      const steps = output.match(STEP) ?? [];
      for (const step of steps.slice(printed)) process.stdout.write(`${step}\n`);
      printed = steps.length;
      if (output.includes(RUNS)) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The demo ended: ${lastLines(output)}`)));
  });
}

const lastLines = (text) => text.trim().split('\n').slice(-10).join('\n');
