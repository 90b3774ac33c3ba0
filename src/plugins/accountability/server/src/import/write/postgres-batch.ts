import { once, type EventEmitter } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Knex } from 'knex';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quoted, type Batch } from './batch';
import type { ColumnValue } from './table-rows';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** Characters of a part that is sent at once. */
const PART = 1 << 18;

const two = (number: number): string => String(number).padStart(2, '0');

/** A point in time as the driver writes it: the columns have no time zone and hold the time of the process's own. */
const localTime = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ` +
  `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;

const asText = (value: ColumnValue): string | null =>
  value === null ? null : value instanceof Date ? localTime(value) : String(value);

/** A value in the text format of COPY. */
const copied = (value: ColumnValue): string =>
  asText(value)?.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) ?? '\\N';

/** Writes with COPY on the connection of a PostgreSQL transaction. */
export async function postgresBatch(trx: Knex.Transaction): Promise<Batch> {
  const client = (await trx.client.acquireConnection()) as PoolClient & { connection: EventEmitter };
  const types = new Map<string, ReadonlyMap<string, string>>();
  /** Types of a table's columns, by name. */
  const typesOf = async (table: string): Promise<ReadonlyMap<string, string>> => {
    const known = types.get(table);
    if (known) return known;
    const { rows } = await client.query<{ name: string; type: string }>(
      'SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute ' +
        'WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
      [quoted(table)],
    );
    const found = new Map(rows.map(({ name, type }) => [name, type]));
    types.set(table, found);
    return found;
  };
  return {
    trx,
    async reserveIds(table, count) {
      if (count === 0) return [];
      const { rows } = (await trx.raw(
        'SELECT nextval(pg_get_serial_sequence(?, ?))::float8 AS id FROM generate_series(1, ?::int)',
        [quoted(table), 'id', count],
      )) as { rows: { id: number }[] };
      return rows.map(({ id }) => id);
    },
    async insert(table, columns, rows) {
      if (rows.length === 0) return;
      const stream = client.query(
        copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`),
      );
      // The stream ends before the connection is free for the next statement.
      const free = once(client.connection, 'readyForQuery');
      const over = finished(stream);
      // Both may fail before they are waited for below.
      for (const promise of [free, over]) promise.catch(() => undefined);
      let part = '';
      for (const row of rows) {
        part += `${row.map(copied).join('\t')}\n`;
        if (part.length < PART) continue;
        const isWritable = stream.write(part);
        part = '';
        if (!isWritable) await Promise.race([once(stream, 'drain'), over]);
      }
      stream.end(part);
      await over;
      await free;
    },
    async update(table, columns, rows) {
      if (rows.length === 0 || columns.length === 0) return;
      const types = await typesOf(table);
      const set = columns.map(
        (column) => `${quoted(column)} = given.${quoted(column)}::${types.get(column) ?? 'text'}`,
      );
      const given = ['id', ...columns].map(quoted).join(', ');
      const lists = columns.map((_, index) => `$${index + 2}::text[]`).join(', ');
      await client.query(
        `UPDATE ${quoted(table)} SET ${set.join(', ')} FROM unnest($1::bigint[], ${lists}) AS given (${given}) ` +
          `WHERE ${quoted(table)}.id = given.id`,
        ['id', ...columns].map((_, index) => rows.map((row) => asText(row[index] ?? null))),
      );
    },
    async lockDocuments({ table, id, columns }, documentIds, use) {
      if (documentIds.length === 0) return;
      // In one order: two that lock the same rows then wait for one another, and not each for the other.
      await client.query(
        `SELECT 1 FROM ${quoted(table)} WHERE ${quoted(columns.documentId)} = ANY($1::text[]) ` +
          `ORDER BY ${quoted(id)} ${use === 'link' ? 'FOR UPDATE' : 'FOR NO KEY UPDATE'}`,
        [documentIds],
      );
    },
    giveWay: () => Promise.resolve(),
  };
}
