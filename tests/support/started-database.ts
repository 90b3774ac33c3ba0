import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase, createDatabase, type FreshDatabase } from './databases';
import { hostProcess, type Database } from './host';
import { runFolder } from './run-folder';

type Kept = Pick<FreshDatabase, 'env'>;

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Makes a folder that one process at a time can make. False where it is there. */
const lock = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/**
 * A database the application has been started on before. Making the tables and the first content takes most of a
 * first start, so it is done once for all processes of a run, and copied for each boot.
 * @param settings of the first start that decide what the database begins with
 * @param start makes the tables and the content, and closes what it opened
 */
export async function startedDatabase(
  database: Database,
  settings: Readonly<Record<string, string | undefined>>,
  start: (empty: FreshDatabase) => Promise<void>,
): Promise<FreshDatabase> {
  const name = createHash('sha256')
    .update(`${database} ${JSON.stringify(settings)}`)
    .digest('hex');
  const file = path.join(runFolder(hostProcess().env), name);
  while (!(await isThere(file))) {
    if (!(await lock(`${file}.lock`))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    try {
      // Another process may have made it between the look and the lock.
      if (!(await isThere(file))) await startOnce(database, file, start);
    } finally {
      await rmdir(`${file}.lock`);
    }
  }
  return copyDatabase(JSON.parse(await readFile(file, 'utf8')) as Kept);
}

/** Makes the database, and then the file with the settings that point at it. */
async function startOnce(
  database: Database,
  file: string,
  start: (empty: FreshDatabase) => Promise<void>,
): Promise<void> {
  const empty = await createDatabase(database);
  await start(empty);
  const env = { ...empty.env };
  // A PostgreSQL one stays in the cluster of the run.
  if (env.DATABASE_FILENAME) {
    await copyFile(env.DATABASE_FILENAME, `${file}.db`);
    await empty.drop();
    env.DATABASE_FILENAME = `${file}.db`;
  }
  await writeFile(`${file}.new`, JSON.stringify({ env } satisfies Kept));
  await rename(`${file}.new`, file);
}
