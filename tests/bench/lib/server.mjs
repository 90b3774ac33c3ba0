import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freePort } from '../../../scripts/lib/free-port.mjs';
import { root } from './settings.mjs';

const START_TIMEOUT_MS = 120_000;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const STRAPI_START = ['node_modules/@strapi/strapi/bin/strapi.js', 'start'];
/** The same, for `usedMegabytes`. */
export const START_COLLECTING = ['--import', './tests/bench/lib/collect-on-signal.mjs', ...STRAPI_START];
const COLLECTION_MS = 2_000;

/**
 * Starts the built application on the configured database; gives its address, process id and `stop`.
 * @param command script with its arguments, by default `strapi start`
 * @param folder of the application, by default this one
 * @param environment settings over those of this process
 */
export async function startApplication(command = STRAPI_START, { folder = root, environment = {} } = {}) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: '',
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => (output = (output + part).slice(-4000)));
  }
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The application did not start:\n${output}`);
    const answer = await fetch(`${base}/api/open-data`).catch(() => null);
    if (answer?.ok) break;
    if (Date.now() > until) {
      child.kill();
      throw new Error(`The application did not answer in time:\n${output}`);
    }
    await pause(250);
  }
  return {
    base,
    pid: child.pid,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill();
      }),
  };
}

/** Resident memory of a process in megabytes. */
export const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** The same once its garbage is collected, of a process started with `START_COLLECTING`. */
export async function usedMegabytes(pid) {
  process.kill(pid, 'SIGUSR2');
  await pause(COLLECTION_MS);
  return residentMegabytes(pid);
}

/** Seconds of the processor a process has used. */
export function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  // User and system time, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Seconds the main thread of a process has been on a processor: what a busy machine changes least. */
export const mainThreadSeconds = (pid) =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;

/** Runs work and gives its result with the highest growth of a process's memory meanwhile. */
export async function watchMemory(pid, work) {
  await pause(500);
  const before = residentMegabytes(pid);
  let highest = before;
  const sample = () => (highest = Math.max(highest, residentMegabytes(pid)));
  const timer = setInterval(sample, 20);
  try {
    const result = await work();
    sample();
    return { result, growth: highest - before, before };
  } finally {
    clearInterval(timer);
  }
}
