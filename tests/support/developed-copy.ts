import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_SETTINGS } from './environment';
import { freePort } from './free-port';
import { ROOT, startNode, type Ended } from './processes';

/** The application as `strapi develop` runs it, without its watching and its panel. */
const DEVELOP = `
  const path = require('node:path');
  const { createStrapi } = require('@strapi/strapi');
  createStrapi({
    appDir: process.cwd(),
    distDir: path.resolve('dist'),
    autoReload: true,
    serveAdminPanel: false,
  }).start();
`;

/** A copy of the built application whose files a test may change, and let it change. */
export interface DevelopedCopy {
  /** Runs it as in development while the work is done. */
  develop(env: Record<string, string>, work: (url: string) => Promise<void>): Promise<void>;
  /** Starts it as in production; for starts that end by themselves. */
  start(env: Record<string, string>): Promise<Ended>;
  /** What a file holds now. */
  read(file: string): Promise<string>;
  /** Does what the compiler does with a JSON file: puts it beside the compiled code. */
  compile(file: string): Promise<void>;
  remove(): Promise<void>;
}

/** Makes it in the temporary folder; packages are those of this project. */
export async function makeDevelopedCopy(): Promise<DevelopedCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-copy-'));
  const panel = path.join(ROOT, 'dist/build');
  for (const name of ['src', 'config', 'dist', 'package.json', 'tsconfig.json', 'favicon.png']) {
    await cp(path.join(ROOT, name), path.join(folder, name), {
      recursive: true,
      filter: (source) => source !== panel,
    });
  }
  await mkdir(path.join(folder, 'public/uploads'), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  const settings = async (env: Record<string, string>) => ({
    ...TEST_SETTINGS,
    ...env,
    PORT: String(await freePort()),
  });

  return {
    async develop(env, work) {
      const full = await settings(env);
      const running = startNode(['-e', DEVELOP], full, folder);
      const url = `http://127.0.0.1:${full.PORT}`;
      try {
        while ((await fetch(`${url}/_health`).catch(() => null))?.status !== 204) {
          if (running.child.exitCode !== null) throw new Error(running.output());
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        await work(url);
      } finally {
        running.child.kill('SIGKILL');
        await running.ended;
      }
    },
    start: async (env) =>
      startNode(['node_modules/@strapi/strapi/bin/strapi.js', 'start'], await settings(env), folder).ended,
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    compile: (file) => cp(path.join(folder, file), path.join(folder, 'dist', file)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
