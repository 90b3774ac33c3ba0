import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setNeededSettings } from './own-database.mjs';
import { root } from './settings.mjs';

/**
 * Runs a script beside this file in a process of its own, which measures something and prints it as JSON.
 * @param what is to be measured: the script's argument
 */
export function inProcess(script, what, env = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'tests/bench/lib', script), what],
    { encoding: 'utf8', cwd: root, env: { ...process.env, ...env } },
  );
  if (status !== 0) throw new Error(stderr || stdout);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** In such a process: the built application, loaded and not listening. */
export async function loadApplication() {
  setNeededSettings();
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  return strapi.load();
}

/**
 * In such a process: prints what was measured and ends, without waiting for the pool: what the start still has to do in
 * the background is of no interest here.
 */
export const endWith = (result) =>
  // Once it is written: the database pool would keep the process alive.
  process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));

/** Milliseconds that something takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
