import { rmSync } from 'node:fs';
import path from 'node:path';
import { copyDatabase, createDatabase, type FreshDatabase } from './databases';
import { hostProcess, type Database } from './host';

/** One that was started once, by engine and what it began with. Kept by the process: each test file has its own modules. */
const KEEPER = Symbol.for('open-commitments.started-databases');
type Kept = Pick<FreshDatabase, 'env'>;
type Keeper = NodeJS.Process & { [KEEPER]?: Map<string, Promise<Kept>> };

/**
 * A database the application has been started on before. Making the tables and the first content takes most of a
 * first start, so it is done once and copied for each boot.
 * @param settings of the first start that decide what the database begins with
 * @param start makes the tables and the content, and closes what it opened
 */
export async function startedDatabase(
  database: Database,
  settings: Readonly<Record<string, string | undefined>>,
  start: (empty: FreshDatabase) => Promise<void>,
): Promise<FreshDatabase> {
  const started = ((hostProcess() as Keeper)[KEEPER] ??= new Map());
  const key = `${database} ${JSON.stringify(settings)}`;
  if (!started.has(key)) started.set(key, startOnce(database, start));
  return copyDatabase(await started.get(key)!);
}

async function startOnce(database: Database, start: (empty: FreshDatabase) => Promise<void>): Promise<Kept> {
  const empty = await createDatabase(database);
  await start(empty);
  const { DATABASE_FILENAME } = empty.env;
  // A PostgreSQL one goes with its cluster.
  if (DATABASE_FILENAME) {
    hostProcess().once('exit', () =>
      rmSync(path.dirname(DATABASE_FILENAME), { recursive: true, force: true }),
    );
  }
  // Settings only: what it can do belongs to the test file that made it.
  return { env: empty.env };
}
