import { runDatabase } from './host';
import type { Tracker } from './tracker';

export interface FailingStatement {
  readonly table: string;
  readonly on: 'INSERT' | 'UPDATE';
  /** For an update: only where this column is written. */
  readonly column?: string;
  /** SQL on OLD and NEW: only for rows of which it holds. */
  readonly when?: string;
}

/** What one statement must be for the database itself to fail it; `at: 'commit'` fails the commit after it. */
export type Failure = FailingStatement & { readonly at?: 'commit' };

/**
 * Makes the database fail a statement, or the commit after it, as a full disk or a broken rule would.
 * @returns takes the failure away again
 */
export async function failStatements({ strapi }: Tracker, failure: Failure): Promise<() => Promise<void>> {
  const knex = strapi.db.connection;
  const [make, takeAway] = runDatabase() === 'postgres' ? onPostgres(failure) : onSqlite(failure);
  for (const statement of make) await knex.raw(statement);
  return async () => {
    for (const statement of takeAway) await knex.raw(statement);
  };
}

const eventOf = ({ on, column }: FailingStatement): string => `${on}${column ? ` OF ${column}` : ''}`;
const conditionOf = ({ when }: FailingStatement): string => (when ? `WHEN (${when})` : '');

function onPostgres(failure: Failure): [string[], string[]] {
  const { table, at } = failure;
  const trigger =
    at === 'commit'
      ? `CREATE CONSTRAINT TRIGGER injected AFTER ${eventOf(failure)} ON ${table}
           DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION injected()`
      : `CREATE TRIGGER injected BEFORE ${eventOf(failure)} ON ${table}
           FOR EACH ROW ${conditionOf(failure)} EXECUTE FUNCTION injected()`;
  return [
    [
      `CREATE FUNCTION injected() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'injected failure'; END $$`,
      trigger,
    ],
    [`DROP TRIGGER injected ON ${table}`, 'DROP FUNCTION injected()'],
  ];
}

function onSqlite(failure: Failure): [string[], string[]] {
  const { table, at } = failure;
  const trigger = (time: string, body: string) =>
    `CREATE TRIGGER injected ${time} ${eventOf(failure)} ON ${table} FOR EACH ROW ${conditionOf(failure)}
       BEGIN ${body}; END`;
  if (at !== 'commit') {
    return [[trigger('BEFORE', `SELECT RAISE(ABORT, 'injected failure')`)], ['DROP TRIGGER injected']];
  }
  // A deferred foreign key is looked at by the commit.
  return [
    [
      'CREATE TABLE injected_parent (id INTEGER PRIMARY KEY)',
      `CREATE TABLE injected_child (parent INTEGER
         REFERENCES injected_parent (id) DEFERRABLE INITIALLY DEFERRED)`,
      trigger('AFTER', 'INSERT INTO injected_child VALUES (1)'),
    ],
    ['DROP TRIGGER injected', 'DROP TABLE injected_child', 'DROP TABLE injected_parent'],
  ];
}
