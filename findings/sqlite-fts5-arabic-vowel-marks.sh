#!/usr/bin/env bash
# SQLite's full-text search (FTS5, tokenizer unicode61) takes each Arabic vowel mark for a gap between words, although
# its option `remove_diacritics` is on: a word that is printed with its vowels is indexed as single letters, and the word
# as everybody types it does not find it. The tokenizer `trigram` with `remove_diacritics 1` keeps the marks, too. Accents
# of Latin letters are removed by both. With the category Mn among the characters of a word, unicode61 keeps the word
# whole, but with its marks.
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
console.log(`better-sqlite3 ${require('better-sqlite3/package.json').version}, SQLite ${version}`);

const VOWELLED = 'مُحَمَّد';
const PLAIN = 'محمد';

/** What an index with this tokenizer holds of a word, and whether the word without marks finds it. */
function indexed(tokenizer, word, plain) {
  database.exec(`
    DROP TABLE IF EXISTS terms; DROP TABLE IF EXISTS texts;
    CREATE VIRTUAL TABLE texts USING fts5(words, tokenize = "${tokenizer}");
    CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'instance');`);
  database.prepare('INSERT INTO texts (words) VALUES (?)').run(word);
  const terms = database.prepare('SELECT term FROM terms').pluck().all();
  const isFound = database.prepare('SELECT count(*) FROM texts WHERE texts MATCH ?').pluck().get(`"${plain}"`) > 0;
  console.log(`${tokenizer}: ${word} is ${terms.length} terms (${terms.join(' ')}), found by ${plain}: ${isFound}`);
  return { terms: terms.length, isFound };
}

const accents = indexed('unicode61', 'Zürich', 'zurich');
const marks = indexed('unicode61', VOWELLED, PLAIN);
const all = indexed('unicode61 remove_diacritics 2', VOWELLED, PLAIN);
const trigramAccents = indexed('trigram remove_diacritics 1', 'Zürich', 'zurich');
const trigram = indexed('trigram remove_diacritics 1', VOWELLED, PLAIN);
const whole = indexed("unicode61 categories 'L* N* Co Mn'", VOWELLED, PLAIN);
const isAsSeen =
  accents.terms === 1 && accents.isFound && trigramAccents.isFound &&
  [marks, all].every(({ terms, isFound }) => terms === 4 && !isFound) &&
  !trigram.isFound && whole.terms === 1 && !whole.isFound;
process.exit(isAsSeen ? 0 : 1);
SCRIPT
node run.cjs
