#!/usr/bin/env bash
# A biginteger attribute takes and gives text, so that no digit is lost. On SQLite Strapi stores every digit and gives a
# rounded number back as text: beyond 2^53 an amount that is read and saved again is another amount.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @strapi/database@5.54.0 better-sqlite3@12.8.0
cat >run.cjs <<'SCRIPT'
const { Database } = require('@strapi/database');

const AMOUNT = '9007199254740993';

async function main() {
  console.log(`@strapi/database ${require('@strapi/database/package.json').version}`);
  const database = new Database({
    connection: { client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true },
    settings: { migrations: { dir: 'migrations' } },
    logger: { info() {}, debug() {}, warn: console.warn, error: console.error },
  });
  const attributes = { id: { type: 'increments' }, amount: { type: 'biginteger' } };
  await database.init({ models: [{ uid: 'budget', singularName: 'budget', tableName: 'budgets', attributes }] });
  await database.schema.sync();
  // The package's own create() takes its transaction from the global.
  globalThis.strapi = { db: database };
  const given = await database.query('budget').create({ data: { amount: AMOUNT } });
  const [stored] = await database.connection.raw('SELECT CAST(amount AS TEXT) AS amount FROM budgets');
  console.log(`written ${AMOUNT}, stored ${stored.amount}, read ${JSON.stringify(given.amount)}`);
  await database.destroy();
  return stored.amount === AMOUNT && given.amount === '9007199254740992';
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
