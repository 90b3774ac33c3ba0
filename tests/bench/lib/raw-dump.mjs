import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The rows of the milestones' export in both languages as one query: each published document, its texts and links. */
function query(isSqlite) {
  const joined = (value, order) =>
    isSqlite
      ? `(SELECT group_concat(x, '; ') FROM (SELECT ${value} AS x`
      : `(SELECT string_agg(x, '; ' ORDER BY o) FROM (SELECT ${value} AS x, ${order} AS o`;
  const names = (table, row, ord, value = 'p.name') =>
    `${joined(value, `l.${ord}`)} FROM ${table} l JOIN partners p ON p.id = l.partner_id ` +
    `WHERE l.milestone_id = ${row}.id ORDER BY l.${ord}) t)`;
  const agencies = 'milestones_responsible_agencies_lnk';
  const shared = ['code', 'implementation_status', 'assessment', '"order"'].map((column) => `ka.${column}`);
  const texts = ['title', 'indicator', 'result', 'timeframe_note'].flatMap((column) => [
    `ka.${column}`,
    `en.${column}`,
  ]);
  const lists = [
    names(agencies, 'ka', 'partner_ord', 'p.document_id'),
    names(agencies, 'ka', 'partner_ord'),
    names(agencies, 'en', 'partner_ord'),
    names('milestones_partners_lnk', 'ka', 'partner_ord', 'p.document_id'),
    names('milestones_partners_lnk', 'ka', 'partner_ord'),
    names('milestones_partners_lnk', 'en', 'partner_ord'),
  ];
  const commitment = (alias) =>
    `LEFT JOIN milestones_commitment_lnk l${alias} ON l${alias}.milestone_id = ${alias}.id ` +
    `LEFT JOIN commitments c${alias} ON c${alias}.id = l${alias}.commitment_id`;
  return (
    `SELECT ka.document_id, ${[...shared, ...texts].join(', ')}, f.start_date, f.start_precision, f.end_date, ` +
    `f.end_precision, cka.document_id, cka.title, cen.title, ${lists.join(', ')}, ka.updated_at FROM milestones ka ` +
    `LEFT JOIN milestones en ON en.document_id = ka.document_id AND en.locale = 'en' AND en.published_at IS NOT NULL ` +
    `LEFT JOIN milestones_cmps m ON m.entity_id = ka.id AND m.field = 'timeframe' ` +
    `LEFT JOIN components_shared_timeframes f ON f.id = m.cmp_id ${commitment('ka')} ${commitment('en')} ` +
    `WHERE ka.locale = 'ka' AND ka.published_at IS NOT NULL ORDER BY ka.document_id`
  );
}

const hasProgram = () => spawnSync('sqlite3', ['-version']).status === 0;

async function countBytes(stream) {
  let bytes = 0;
  for await (const part of stream) bytes += part.length;
  return bytes;
}

async function bySqliteProgram(filename) {
  const child = spawn('sqlite3', ['-csv', '-readonly', filename, query(true)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const bytes = await countBytes(child.stdout);
  if ((await ended) !== 0) throw new Error('sqlite3 could not run the raw dump');
  return bytes;
}

function byBareLoop(filename) {
  const database = new (require('better-sqlite3'))(filename, { readonly: true });
  let bytes = 0;
  const cell = (value) => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  for (const row of database.prepare(query(true)).raw(true).iterate()) {
    bytes += Buffer.byteLength(`${row.map(cell).join(',')}\r\n`);
  }
  database.close();
  return bytes;
}

async function byCopy({ connection, schema }) {
  const { Client } = require('pg');
  const { to } = require('pg-copy-streams');
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(`SET search_path TO "${schema}"`);
    return await countBytes(client.query(to(`COPY (${query(false)}) TO STDOUT WITH (FORMAT csv)`)));
  } finally {
    await client.end();
  }
}

/** What the database itself needs to dump the same rows as CSV: seconds and bytes; `way` says how it was done. */
export async function rawDump(settings) {
  const isSqlite = settings.client === 'sqlite';
  const way = !isSqlite ? 'COPY' : hasProgram() ? 'sqlite3 -csv' : 'better-sqlite3 loop';
  const started = performance.now();
  const bytes = !isSqlite
    ? await byCopy(settings)
    : hasProgram()
      ? await bySqliteProgram(settings.filename)
      : byBareLoop(settings.filename);
  return { way, bytes, seconds: (performance.now() - started) / 1000 };
}
