#!/usr/bin/env bash
# knex makes the password of the connection object it is given non-enumerable, in the caller's own object: a second pool
# made from a spread, structuredClone or JSON copy of the same settings connects without a password.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error knex@3.0.1 pg@8.16.3
cat >run.cjs <<'SCRIPT'
const knex = require('knex');

const connection = { host: 'localhost', user: 'reader', password: 'example', database: 'tracker' };
console.log(`knex ${require('knex/package.json').version}`);
const before = { ...connection };
// Connects to nothing: a pool opens its first connection with its first query.
const database = knex({ client: 'pg', connection });
const after = { ...connection };
console.log(`a copy has a password before: ${'password' in before}, after: ${'password' in after}`);
console.log(`the object itself still has one: ${connection.password === 'example'}`);
const isSame = 'password' in before && !('password' in after) && connection.password === 'example';
database.destroy().then(() => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
