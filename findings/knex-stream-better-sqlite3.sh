#!/usr/bin/env bash
# knex .stream() on better-sqlite3 has read every row into memory before it gives the first: memory grows with the table,
# and the process does nothing else meanwhile. The driver itself can give row after row (.iterate()).
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error knex@3.0.1 better-sqlite3@12.8.0
cat >run.cjs <<'SCRIPT'
const Database = require('better-sqlite3');
const knex = require('knex');

const ROWS = 50_000;
const QUERY = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS}) SELECT made(i) AS i FROM n`;
let made = 0;
const count = (connection) =>
  connection.function('made', { deterministic: false }, (value) => {
    made += 1;
    return value;
  });

async function main() {
  console.log(`knex ${require('knex/package.json').version}, better-sqlite3 ${require('better-sqlite3/package.json').version}`);
  const connection = new Database(':memory:');
  count(connection);
  for (const row of connection.prepare(QUERY).iterate()) if (row.i === 1) break;
  const byDriver = made;
  made = 0;
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: (raw, done) => done(null, count(raw)) },
  });
  for await (const row of database.raw(QUERY).stream()) if (row.i === 1) break;
  console.log(`rows made before the first is seen: ${byDriver} by iterate(), ${made} of ${ROWS} by stream()`);
  await database.destroy();
  return byDriver < 10 && made === ROWS;
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
