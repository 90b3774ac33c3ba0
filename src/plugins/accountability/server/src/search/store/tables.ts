import type { Core } from '@strapi/strapi';

/** A higher version recreates the tables: they are derived from the content. */
export const TABLES_VERSION = 2;

/**
 * The tables of the index. They are no content types, because nothing in them is to be exported or transferred: each
 * database has the index of its own content.
 */
export const TABLES = {
  /** One row: how far the index is. */
  state: 'accountability_search_state',
  /** A document of the index, and the turn in which it was last read. */
  documents: 'accountability_search_documents',
  /** What is shown of a document in one language. */
  entries: 'accountability_search_entries',
  /** Whose changes change a document of the index: itself, and the documents at its places. */
  sources: 'accountability_search_sources',
  /** Every word there is in the texts, for typing errors and beginnings of words. */
  words: 'accountability_search_words',
  /** The index: FTS5 on SQLite, a column of vectors on PostgreSQL. */
  index: 'accountability_search_index',
} as const;

/** Documents of a kind are numbered from here on, so that a kind is a range of numbers. */
const PER_KIND = 2 ** 32;
/** Entries of a document, one per language. */
export const PER_DOCUMENT = 64;

/** The numbers of the documents of a kind. */
export const documentsFrom = (kind: number): number => kind * PER_KIND + 1;
/** The numbers of the entries of kinds, from the first to the last: the lowest, and the lowest beyond. */
export const entryRange = (first: number, last: number): readonly [number, number] => [
  first * PER_KIND * PER_DOCUMENT,
  (last + 1) * PER_KIND * PER_DOCUMENT,
];
export const kindOfEntry = (id: number): number => Math.floor(id / PER_DOCUMENT / PER_KIND);
export const documentOfEntry = (id: number): number => Math.floor(id / PER_DOCUMENT);
/** Divisor that gives a kind's place of an entry's number. */
export const ENTRIES_OF_KIND = PER_KIND * PER_DOCUMENT;

/** A number as part of a statement: SQLite's driver passes large ones as fractions. */
export function literalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`"${value}" is no whole number`);
  return String(value);
}

export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';

const shared = [
  `CREATE TABLE IF NOT EXISTS ${TABLES.state} (id INTEGER PRIMARY KEY, tables_version INTEGER NOT NULL,
    analyser VARCHAR(64) NOT NULL, turn INTEGER NOT NULL, position BIGINT NOT NULL, pass TEXT,
    is_complete INTEGER NOT NULL, changed_at BIGINT NOT NULL, holder VARCHAR(64), held_until BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ${TABLES.documents} (id BIGINT PRIMARY KEY, kind VARCHAR(64) NOT NULL,
    subject_id VARCHAR(255) NOT NULL, turn INTEGER NOT NULL)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS acc_search_documents_uq ON ${TABLES.documents} (kind, subject_id)`,
  `CREATE INDEX IF NOT EXISTS acc_search_documents_turn_ix ON ${TABLES.documents} (turn)`,
  `CREATE TABLE IF NOT EXISTS ${TABLES.entries} (id BIGINT PRIMARY KEY, locale VARCHAR(35),
    shown TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ${TABLES.sources} (document_id BIGINT NOT NULL, source_id VARCHAR(255) NOT NULL,
    PRIMARY KEY (document_id, source_id))`,
  `CREATE INDEX IF NOT EXISTS acc_search_sources_ix ON ${TABLES.sources} (source_id)`,
];

const POSTGRES = [
  ...shared,
  `CREATE TABLE IF NOT EXISTS ${TABLES.words} (id BIGSERIAL PRIMARY KEY, word VARCHAR(64) NOT NULL UNIQUE)`,
  `CREATE TABLE IF NOT EXISTS ${TABLES.index} (id BIGINT PRIMARY KEY, vector TSVECTOR NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS acc_search_vector_ix ON ${TABLES.index} USING GIN (vector)`,
];

const SQLITE = [
  ...shared,
  `CREATE TABLE IF NOT EXISTS ${TABLES.words} (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)`,
  // Tokens are made before they get here: every character beyond ASCII is part of one.
  `CREATE VIRTUAL TABLE IF NOT EXISTS ${TABLES.index} USING fts5(code, title, text, related, content='',
    contentless_delete=1, tokenize="ascii tokenchars '._-/'''")`,
];

/** Creates the missing tables; recreates all of them where they are of another version. Idempotent. */
export async function ensureTables(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const hasTable = await knex.schema.hasTable(TABLES.state);
  const state = hasTable
    ? ((await knex(TABLES.state).where({ id: 1 }).first('tables_version')) as { tables_version: number })
    : undefined;
  if (hasTable && state?.tables_version !== TABLES_VERSION) await dropTables(strapi);
  for (const statement of isPostgres(strapi) ? POSTGRES : SQLITE) await knex.raw(statement);
  await knex(TABLES.state)
    .insert({
      id: 1,
      tables_version: TABLES_VERSION,
      analyser: '',
      turn: 0,
      position: 0,
      pass: null,
      is_complete: 0,
      changed_at: 0,
      holder: null,
      held_until: 0,
    })
    .onConflict('id')
    .ignore();
}

/** Removes the index. */
export async function dropTables(strapi: Core.Strapi): Promise<void> {
  for (const table of Object.values(TABLES)) await strapi.db.connection.raw(`DROP TABLE IF EXISTS ${table}`);
}
