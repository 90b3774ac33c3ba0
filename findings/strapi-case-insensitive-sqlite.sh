#!/usr/bin/env bash
# Strapi's case-insensitive operators ($eqi, $containsi, $startsWithi, _q) mind the case of every letter outside
# ASCII where the database is SQLite: "тбилиси" does not find "ТБИЛИСИ". On PostgreSQL it does.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @strapi/database@5.54.0 better-sqlite3@12.8.0
cat >run.cjs <<'SCRIPT'
const { Database } = require('@strapi/database');

const TITLES = ['Tbilisi', 'ТБИЛИСИ', 'école', 'ᲗᲑᲘᲚᲘᲡᲘ'];
const ASKED = ['TBILISI', 'тбилиси', 'ÉCOLE', 'თბილისი'];

async function main() {
  const database = new Database({
    connection: { client: 'sqlite', connection: { filename: ':memory:' }, useNullAsDefault: true },
    settings: { migrations: { dir: 'migrations' } },
    logger: { info() {}, debug() {}, warn: console.warn, error: console.error },
  });
  const id = { type: 'increments' };
  await database.init({
    models: [
      { uid: 'city', singularName: 'city', tableName: 'cities', attributes: { id, title: { type: 'string' } } },
    ],
  });
  await database.schema.sync();
  const cities = database.query('city');
  await database.connection('cities').insert(TITLES.map((title) => ({ title })));
  const found = [];
  for (const asked of ASKED) {
    const rows = await cities.findMany({ where: { title: { $eqi: asked } } });
    found.push(rows.length);
    console.log(`$eqi ${asked}: ${rows.length} of 1 found`);
  }
  await database.destroy();
  return found.join() === '1,0,0,0';
}

console.log(`@strapi/database ${require('@strapi/database/package.json').version}`);
main().then(
  (isSame) => process.exit(isSame ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
SCRIPT
node run.cjs
