import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { foldEveryAlphabet, type FunctionRegistry } from '../../database/letter-case';
import { separatedCells } from './cell-table';
import type { Connection, DatabaseRow, RecordQuery, Snapshot } from './connection';
import type { DocumentKey } from './document-key';
import { inOrder } from './in-order';
import { keysAsJson, sqliteRecords } from './record-text';
import { sqliteDialect, type SqlValue } from './sql';

/** Prepared statements that are kept; each combination of columns and filters has its own. */
const MAX_STATEMENTS = 200;

/** Identifies the file at a path; null where there is none. */
function fileAt(filename: string): string | null {
  const found = statSync(filename, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * Opens a read-only connection to a SQLite file. In WAL mode a snapshot sees the file as it was at its first query,
 * while writers continue.
 * @param filename the file Strapi itself uses; an in-memory database cannot be opened a second time
 */
export function openSqliteConnection(filename: string): Connection {
  const file = fileAt(filename);
  const database = new Database(filename, { readonly: true, fileMustExist: true, timeout: 15_000 });
  const statements = new Map<string, Database.Statement<unknown[]>>();

  try {
    // In KiB: an export reads most pages once, so that a larger cache costs more than it saves.
    database.pragma('cache_size = -4000');
    // Its types accept any JavaScript function, of which ours is a narrower kind.
    foldEveryAlphabet(database as unknown as FunctionRegistry);
  } catch (error) {
    database.close();
    throw error;
  }

  const prepared = (text: string): Database.Statement<unknown[]> => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare<unknown[]>(text).raw(true);
    statements.set(text, statement);
    return statement;
  };

  const snapshot: Snapshot = {
    dialect: sqliteDialect,
    async query(text: string, values: readonly SqlValue[]): Promise<DatabaseRow[]> {
      const bound = values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));
      return prepared(text).all(...bound) as DatabaseRow[];
    },
    async readRecords(query: RecordQuery, keys: readonly DocumentKey[]) {
      const [row] = prepared(sqliteRecords(query)).all(keysAsJson(keys)) as [Uint8Array | null][];
      return inOrder(separatedCells(row?.[0] ?? NO_BYTES, query.expressions.length + 1, keys.length));
    },
    async close(): Promise<void> {
      if (database.inTransaction) database.exec('ROLLBACK');
    },
  };

  return {
    async begin(): Promise<Snapshot> {
      database.exec('BEGIN');
      return snapshot;
    },
    // A database that was restored is another file under the same name.
    isUsable: () => database.open && file !== null && fileAt(filename) === file,
    async close(): Promise<void> {
      if (database.open) database.close();
    },
  };
}

const NO_BYTES = new Uint8Array(0);
