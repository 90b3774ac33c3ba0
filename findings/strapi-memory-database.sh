#!/usr/bin/env bash
# With DATABASE_FILENAME=:memory:, the usual name of an SQLite database in memory, Strapi makes a file called ":memory:" in
# the working directory: what one test run writes is still there in the next.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @strapi/database@5.54.0 better-sqlite3@12.8.0
cat >run.cjs <<'SCRIPT'
const fs = require('node:fs');
const { Database } = require('@strapi/database');

/** Opens the "database in memory", adds a row and says how many there are. */
async function rowsAfterInsert() {
  const database = new Database({
    connection: { client: 'sqlite', connection: { filename: ':memory:' }, useNullAsDefault: true },
    settings: { migrations: { dir: 'migrations' } },
    logger: { info() {}, debug() {}, warn: console.warn, error: console.error },
  });
  const title = { type: 'string' };
  await database.init({
    models: [
      { uid: 'city', singularName: 'city', tableName: 'cities', attributes: { id: { type: 'increments' }, title } },
    ],
  });
  await database.schema.sync();
  await database.connection('cities').insert({ title: 'Kutaisi' });
  const rows = await database.query('city').count();
  await database.destroy();
  return rows;
}

async function main() {
  console.log(`@strapi/database ${require('@strapi/database/package.json').version}`);
  const rows = [await rowsAfterInsert(), await rowsAfterInsert()];
  const isFile = fs.existsSync(':memory:');
  console.log(`rows after the first run ${rows[0]}, after the second ${rows[1]}; a file ":memory:": ${isFile}`);
  return rows.join() === '1,2' && isFile;
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
