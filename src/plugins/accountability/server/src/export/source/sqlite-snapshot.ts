import Database from 'better-sqlite3';
import { foldEveryAlphabet, type FunctionTaker } from '../../database/letter-case';
import { separatedCells } from './cell-table';
import type { DatabaseRow, RecordQuery, Snapshot } from './connection';
import type { DocumentKey } from './document-key';
import { inOrder } from './in-order';
import { keysAsJson, sqliteRecords } from './record-text';
import { sqliteDialect, type SqlValue } from './sql';

/**
 * Opens a read-only connection to a SQLite file and a read transaction. In WAL mode it sees the file as it was at
 * the first query, while writers continue.
 * @param filename the file Strapi itself uses; an in-memory database cannot be opened a second time
 */
export function openSqliteSnapshot(filename: string): Snapshot {
  const database = new Database(filename, { readonly: true, fileMustExist: true, timeout: 15_000 });
  const statements = new Map<string, Database.Statement<unknown[]>>();

  try {
    // In KiB: an export reads most pages once, so that a larger cache costs more than it saves.
    database.pragma('cache_size = -4000');
    // Its types accept any JavaScript function, of which ours is a narrower kind.
    foldEveryAlphabet(database as unknown as FunctionTaker);
    database.exec('BEGIN');
  } catch (error) {
    database.close();
    throw error;
  }

  const prepared = (text: string): Database.Statement<unknown[]> => {
    const known = statements.get(text);
    if (known) return known;
    const statement = database.prepare<unknown[]>(text).raw(true);
    statements.set(text, statement);
    return statement;
  };

  return {
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
      // Closing the connection ends its transaction.
      if (database.open) database.close();
    },
  };
}

const NO_BYTES = new Uint8Array(0);
