import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const require = createRequire(import.meta.url);
const quote = (name) => `"${name}"`;

/** A value as a line of PostgreSQL's COPY has it. */
function copied(value) {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  return String(value).replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]);
}
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * The configured database for bulk inserts inside one transaction.
 * `insert` takes rows as arrays; points in time are Date objects.
 */
export async function openDatabase(settings) {
  return settings.client === 'sqlite' ? openSqlite(settings) : openPostgres(settings);
}

function openSqlite({ filename }) {
  if (!existsSync(filename))
    throw new Error(`There is no database at ${filename}: start the application once`);
  const Database = require('better-sqlite3');
  const database = new Database(filename);
  database.pragma('busy_timeout = 15000');
  database.pragma('journal_mode = WAL');
  // Rows come in no order of their indexes: a large cache (in KiB) saves most of the reading, and links are right.
  database.pragma('cache_size = -600000');
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN IMMEDIATE');
  const stored = (value) =>
    value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value;
  return {
    async all(text, values = []) {
      return database.prepare(text).all(...values);
    },
    async insert(table, columns, rows) {
      const marks = columns.map(() => '?').join(', ');
      const statement = database.prepare(
        `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES (${marks})`,
      );
      for (const row of rows) statement.run(row.map(stored));
    },
    async commit() {
      database.exec('COMMIT');
      database.exec('ANALYZE');
      database.close();
    },
    async abandon() {
      database.close();
    },
  };
}

async function openPostgres({ connection, schema }) {
  const { Client } = require('pg');
  const { from: copyFrom } = require('pg-copy-streams');
  const client = new Client(connection);
  await client.connect();
  await client.query('BEGIN');
  // Links are right, and looking each one up takes most of the time; only a superuser may leave that out.
  await client.query('SAVEPOINT checks');
  await client
    .query('SET LOCAL session_replication_role = replica')
    .catch(() => client.query('ROLLBACK TO SAVEPOINT checks'));
  await client.query(`SET LOCAL search_path TO ${quote(schema)}`);
  const touched = new Set();
  const numbered = (text) => {
    let count = 0;
    return text.replace(/\?/g, () => `$${(count += 1)}`);
  };
  return {
    async all(text, values = []) {
      return (await client.query(numbered(text), values)).rows;
    },
    async insert(table, columns, rows) {
      touched.add(table);
      const into = `COPY ${quote(table)} (${columns.map(quote).join(', ')}) FROM STDIN`;
      const lines = Readable.from(rows.map((row) => `${row.map(copied).join('\t')}\n`));
      await pipeline(lines, client.query(copyFrom(into)));
    },
    async commit() {
      // Ids were given by hand, so the sequences have to catch up.
      for (const table of touched) {
        await client.query(
          `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT MAX(id) FROM ${quote(table)}))`,
        );
      }
      await client.query('COMMIT');
      for (const table of touched) await client.query(`ANALYZE ${quote(schema)}.${quote(table)}`);
      await client.end();
    },
    async abandon() {
      await client.end();
    },
  };
}
