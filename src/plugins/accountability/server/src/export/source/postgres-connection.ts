import { Client, type ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { binaryCopyCells, separatedCells } from './cell-table';
import type { Connection, DatabaseRow, RecordQuery, Snapshot } from './connection';
import { inOrder } from './in-order';
import type { DocumentKey } from './document-key';
import { postgresRecords } from './record-text';
import { name, numberPlaceholders, postgresDialect, type SqlValue } from './sql';

/** Every value as PostgreSQL's text: a parsed date would be shifted by the time zone. */
const RAW_TEXT = { getTypeParser: () => (value: string) => value };

/**
 * Opens a connection. Its snapshots are `REPEATABLE READ READ ONLY` transactions: every query sees the state of the
 * first.
 * @param schema schema of the tables; null for the connection's own search path
 */
export async function openPostgresConnection(
  config: ClientConfig,
  schema: string | null,
): Promise<Connection> {
  const client = new Client({
    application_name: 'open-data export',
    connectionTimeoutMillis: 15_000,
    ...config,
    types: RAW_TEXT as ClientConfig['types'],
  });
  let isLost = false;
  // Without a listener a lost connection between two queries would end the process; the next query reports it
  // instead.
  client.on('error', () => (isLost = true));
  client.on('end', () => (isLost = true));

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= client.end());

  try {
    await client.connect();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }

  let isOpen = false;
  const snapshot: Snapshot = {
    dialect: postgresDialect,
    async query(text: string, values: readonly SqlValue[]): Promise<DatabaseRow[]> {
      const result = await client.query<unknown[]>({
        text: numberPlaceholders(text),
        values: [...values],
        rowMode: 'array',
      });
      return result.rows;
    },
    async readRecords(query: RecordQuery, keys: readonly DocumentKey[]) {
      const width = query.expressions.length + 1;
      if (keys.length === 0) return separatedCells(new Uint8Array(0), width, 0);
      const parts: Uint8Array[] = [];
      // Bytes, where an ordinary query would create a string for each value.
      for await (const part of client.query(copyTo(postgresRecords(query, keys)))) {
        parts.push(part as Uint8Array);
      }
      return inOrder(binaryCopyCells(Buffer.concat(parts), width, keys.length));
    },
    async close(): Promise<void> {
      if (!isOpen) return;
      isOpen = false;
      await client.query('ROLLBACK');
    },
  };

  // Each statement is short; JIT compilation would take longer than running it.
  const opening = [
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    'SET LOCAL jit = off',
    ...(schema ? [`SET LOCAL search_path TO ${name(schema)}`] : []),
  ].join('; ');

  return {
    async begin(): Promise<Snapshot> {
      await client.query(opening);
      isOpen = true;
      return snapshot;
    },
    isUsable: () => !isLost && closing === null,
    close,
  };
}
