#!/usr/bin/env bash
# SQLite's full-text search (FTS5, tokenizer unicode61) does not fold the Georgian capitals of today (Mtavruli, Unicode 11,
# 2018) to their small letters: a word written in capitals is another term, and neither spelling finds the other. Letters of
# Latin, Cyrillic and of the old Georgian capitals (Asomtavruli) are folded, and toLowerCase() of JavaScript folds all.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error better-sqlite3@12.8.0
cat >run.cjs <<'SCRIPT'
const Database = require('better-sqlite3');

const database = new Database(':memory:');
const { version } = database.prepare('SELECT sqlite_version() AS version').get();
console.log(`better-sqlite3 ${require('better-sqlite3/package.json').version}, SQLite ${version}, Unicode ${process.versions.unicode}`);
database.exec("CREATE VIRTUAL TABLE texts USING fts5(words, tokenize = 'unicode61')");
const add = database.prepare('INSERT INTO texts (rowid, words) VALUES (?, ?)');
const found = (word) => database.prepare('SELECT rowid FROM texts WHERE texts MATCH ?').pluck().all(`"${word}"`);

/** Whether the small word finds the one in capitals. */
function isFolded(rowid, name, small, capital) {
  add.run(rowid, capital);
  const isFound = found(small).includes(rowid);
  console.log(`${name}: ${small} finds ${capital}: ${isFound}; equal for toLowerCase(): ${capital.toLowerCase() === small}`);
  return isFound;
}

const latin = isFolded(1, 'Latin', 'budget', 'BUDGET');
const cyrillic = isFolded(2, 'Cyrillic', 'бюджет', 'БЮДЖЕТ');
const old = isFolded(3, 'Asomtavruli', 'ⴁⴈⴓⴟⴄⴒⴈ', 'ႡႨႳႿႤႲႨ');
const georgian = isFolded(4, 'Mtavruli', 'ბიუჯეტი', 'ᲑᲘᲣᲯᲔᲢᲘ');
process.exit(latin && cyrillic && old && !georgian ? 0 : 1);
SCRIPT
node run.cjs
