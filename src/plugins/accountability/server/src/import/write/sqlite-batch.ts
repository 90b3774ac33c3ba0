import type { Database, Statement } from 'better-sqlite3';
import type { Knex } from 'knex';
import { quoted, type Batch } from './batch';
import type { ColumnValue } from './table-rows';

const stored = (value: ColumnValue): string | number | null =>
  value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value;

/** Statements that have been compiled, by connection and text: each step inserts into the same tables. */
const compiled = new WeakMap<Database, Map<string, Statement>>();

function compile(connection: Database, text: string): Statement {
  const known = compiled.get(connection) ?? new Map<string, Statement>();
  compiled.set(connection, known);
  const statement = known.get(text) ?? connection.prepare(text);
  known.set(text, statement);
  return statement;
}

/** Writes with prepared statements on the connection of a SQLite transaction that holds the write lock. */
export async function sqliteBatch(trx: Knex.Transaction): Promise<Batch> {
  const connection = (await trx.client.acquireConnection()) as Database;
  const lastIds = new Map<string, number>();
  const lastId = (table: string): number =>
    (connection.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as
      number | undefined) ?? 0;
  return {
    trx,
    reserveIds(table, count) {
      const last = lastIds.get(table) ?? lastId(table);
      lastIds.set(table, last + count);
      return Promise.resolve(Array.from({ length: count }, (_, index) => last + 1 + index));
    },
    insert(table, columns, rows) {
      if (rows.length === 0) return Promise.resolve();
      const statement = compile(
        connection,
        `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) statement.run(row.map(stored));
      return Promise.resolve();
    },
    update(table, columns, rows) {
      if (rows.length === 0 || columns.length === 0) return Promise.resolve();
      const set = columns.map((column) => `${quoted(column)} = ?`).join(', ');
      const statement = compile(connection, `UPDATE ${quoted(table)} SET ${set} WHERE id = ?`);
      for (const [id, ...values] of rows) statement.run(...values.map(stored), id);
      return Promise.resolve();
    },
    // The write lock is held: nobody else writes, and nobody can be given way to.
    lockDocuments: () => Promise.resolve(),
    giveWay: () => Promise.resolve(),
  };
}
