import path from 'node:path';
import type { createStrapi as CreateStrapi } from '@strapi/strapi';

export type Database = 'sqlite' | 'postgres';

/** What `tracker-environment.cjs` hands in from outside Jest's sandbox. */
interface TrackerHost {
  require: NodeJS.Require;
  process: NodeJS.Process;
  database: Database;
}

function trackerHost(): TrackerHost {
  const { trackerHost } = globalThis as { trackerHost?: TrackerHost };
  if (!trackerHost) throw new Error('Run this test in a project that uses tracker-environment.cjs');
  return trackerHost;
}

/** The real process: `process.env` of the sandbox is a copy the application would not see. */
export const hostProcess = (): NodeJS.Process => trackerHost().process;

/** The database this run is about: TEST_DATABASE, else what the Jest project says. */
export const runDatabase = (): Database => trackerHost().database;

/** Node's own `require`: takes ES modules too, and keeps modules from one test file to the next. */
export const hostRequire = (name: string): unknown => trackerHost().require(name);

/** A date the database drivers know as one: they ask for the class of their own realm. */
export function hostDate(milliseconds = Date.now()): Date {
  const { runInThisContext } = hostRequire('node:vm') as typeof import('node:vm');
  return new (runInThisContext('Date') as DateConstructor)(milliseconds);
}

/** A script of the project, by its path from the root: Node's `require` takes ES modules. */
export const hostScript = (file: string): unknown => hostRequire(path.resolve(__dirname, '../..', file));

/** Strapi's factory, from Node's own module cache. */
export function hostCreateStrapi(): typeof CreateStrapi {
  const strapi = hostRequire('@strapi/strapi') as { createStrapi: typeof CreateStrapi };
  return strapi.createStrapi;
}

/**
 * Drops the application's compiled modules, so that a boot starts from their initial state. Also from the lists of
 * the modules that required them: an application of an earlier boot would stay in memory by those.
 */
export function forgetModules(folders: readonly string[]): void {
  const isForgotten = (file: string) => folders.some((folder) => file.startsWith(folder));
  const { cache } = trackerHost().require;
  for (const [file, module] of Object.entries(cache)) {
    if (isForgotten(file)) delete cache[file];
    else if (module) module.children = module.children.filter((child) => !isForgotten(child.id));
  }
}
