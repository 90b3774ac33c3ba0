import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { fts5Query, lexeme, tsQuery, type MatchTerm } from './match';
import { ENTRIES_OF_KIND, isPostgres, literalNumber, PER_DOCUMENT, TABLES } from './tables';
import { fts5Column, NAME_MARK, vectorOf, type EntryTokens } from './vector';

/** What is kept of an entry beside its tokens. */
export interface StoredEntry {
  readonly id: number;
  readonly locale: string | null;
  /** JSON of what is shown. */
  readonly shown: string;
}

/** Statements on the index, in the database's own full-text search. */
export interface IndexStore {
  /** The best entries of a range, the best first: those with all terms in their titles and numbers before the others. */
  best(terms: readonly MatchTerm[], range: readonly [number, number], most: number): Promise<number[]>;
  /** The entries of a range that have one of these codes as their own. */
  withCode(
    terms: readonly MatchTerm[],
    codes: readonly string[],
    range: readonly [number, number],
    most: number,
  ): Promise<number[]>;
  /** Every document of a range, in no order of their rank. */
  documents(
    terms: readonly MatchTerm[],
    range: readonly [number, number],
  ): Promise<{ readonly id: number; readonly subjectId: string }[]>;
  /** How many documents there are of each kind, by the kind's place. */
  counts(terms: readonly MatchTerm[]): Promise<Map<number, number>>;
  /** Whether there is an index of what is kept: somebody may have emptied a table. */
  isWhole(): Promise<boolean>;
  /** Has the database take in what the index is filled with, as after all of it was made. */
  refreshStatistics(): Promise<void>;
  add(
    trx: Knex.Transaction,
    entries: readonly { readonly id: number; readonly tokens: EntryTokens }[],
  ): Promise<void>;
  remove(trx: Knex.Transaction, ids: readonly number[]): Promise<void>;
}

interface CountRow {
  readonly kind: number | string;
  readonly documents: number | string;
}

interface DocumentRow {
  readonly id: number | string;
  readonly subject: string;
}

const documentOf = ({ id, subject }: DocumentRow) => ({ id: Number(id), subjectId: subject });

const countsOf = (rows: readonly CountRow[]): Map<number, number> =>
  new Map(rows.map(({ kind, documents }) => [Number(kind), Number(documents)]));

const within = (column: string, [from, to]: readonly [number, number]): string =>
  `${column} >= ${literalNumber(from)} AND ${column} < ${literalNumber(to)}`;

const codeTerm = (codes: readonly string[]): MatchTerm => ({
  alternatives: codes.map((code) => [code]),
  prefixes: [],
});

/** Whether there is something of each table, or nothing of any. @param id name of the index's key */
async function isWhole(knex: Knex, id: string): Promise<boolean> {
  const [documents, entries, index] = await Promise.all([
    knex(TABLES.documents).first('id'),
    knex(TABLES.entries).first('id'),
    knex(TABLES.index).first(id),
  ]);
  return Boolean(documents) === Boolean(entries) && Boolean(entries) === Boolean(index);
}

/** How much each column counts: numbers of the document, title, texts, texts of others. */
const FTS5_WEIGHTS = '20, 10, 3, 1';

function sqliteStore(strapi: Core.Strapi): IndexStore {
  const knex = strapi.db.connection;
  const { index } = TABLES;
  const ids = async (query: string, range: readonly [number, number], most: number): Promise<number[]> => {
    const rows = (await knex.raw(
      `SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ? AND ${within('rowid', range)}
        ORDER BY bm25(${index}, ${FTS5_WEIGHTS}), rowid LIMIT ${literalNumber(most)}`,
      [query],
    )) as { id: number }[];
    return rows.map(({ id }) => id);
  };
  return {
    async best(terms, range, most) {
      const named = await ids(`{code title} : (${fts5Query(terms)})`, range, most);
      return [...new Set([...named, ...(await ids(fts5Query(terms), range, most))])].slice(0, most);
    },
    withCode: (terms, codes, range, most) =>
      ids(`${fts5Query(terms)} AND (code : ${fts5Query([codeTerm(codes)])})`, range, most),
    async counts(terms) {
      const rows = (await knex.raw(
        `SELECT rowid / ${ENTRIES_OF_KIND} AS kind, COUNT(DISTINCT rowid / ${PER_DOCUMENT}) AS documents
          FROM ${index} WHERE ${index} MATCH ? GROUP BY 1`,
        [fts5Query(terms)],
      )) as CountRow[];
      return countsOf(rows);
    },
    async documents(terms, range) {
      const rows = (await knex.raw(
        `SELECT id, subject_id AS subject FROM ${TABLES.documents} WHERE id IN (SELECT rowid / ${PER_DOCUMENT}
          FROM ${index} WHERE ${index} MATCH ? AND ${within('rowid', range)})`,
        [fts5Query(terms)],
      )) as DocumentRow[];
      return rows.map(documentOf);
    },
    isWhole: () => isWhole(knex, 'rowid'),
    // FTS5 has statistics of its own.
    refreshStatistics: () => Promise.resolve(),
    async add(trx, entries) {
      for (const { id, tokens } of entries) {
        await trx.raw(
          `INSERT INTO ${index} (rowid, code, title, text, related) VALUES (${literalNumber(id)}, ?, ?, ?, ?)`,
          [tokens.code, tokens.title, tokens.text, tokens.related].map(fts5Column),
        );
      }
    },
    async remove(trx, gone) {
      for (const id of gone) await trx.raw(`DELETE FROM ${index} WHERE rowid = ${literalNumber(id)}`);
    },
  };
}

/** In PostgreSQL's order: texts of others, texts, title, numbers of the document. */
const POSTGRES_WEIGHTS = '{0.05, 0.2, 0.6, 1.0}';
/** Divides a rank by the logarithm of the length of what it is found in. */
const BY_LENGTH = 1;
/**
 * Ranking reads every vector it compares. Of those that have all words in their titles and of the others, so many each
 * are compared: what is named by the words is not lost among what only mentions them.
 */
const MAX_RANKED = 2_000;

/**
 * PostgreSQL takes it for cheap to compare every vector of the table, which lie outside of its rows, packed; and it may
 * compile a statement for longer than it runs. Measured: half the time by the index.
 */
const BY_INDEX = "SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

function postgresStore(strapi: Core.Strapi): IndexStore {
  const knex = strapi.db.connection;
  const { index } = TABLES;
  const ask = <T>(sql: string, bindings: readonly unknown[]): Promise<{ rows: T[] }> =>
    knex.transaction(async (trx) => {
      await trx.raw(BY_INDEX);
      return (await trx.raw(sql, bindings as never)) as { rows: T[] };
    });
  const some = (range: readonly [number, number], place: number): string =>
    `(SELECT ${place} AS place, id, vector FROM ${index} WHERE vector @@ ?::tsquery AND ${within('id', range)} LIMIT ${MAX_RANKED})`;
  const ids = async (
    terms: readonly MatchTerm[],
    range: readonly [number, number],
    most: number,
    codes = '',
  ): Promise<number[]> => {
    const [query, named] = [`${tsQuery(terms)}${codes}`, `${tsQuery(terms, NAME_MARK)}${codes}`];
    const { rows } = await ask<{ id: string }>(
      `SELECT id FROM (${some(range, 0)} UNION ALL ${some(range, 1)}) AS found
        ORDER BY place, ts_rank(?::float4[], vector, ?::tsquery, ${BY_LENGTH}) DESC, id LIMIT ${literalNumber(most)}`,
      [named, `${query} & !(${named})`, POSTGRES_WEIGHTS, query],
    );
    return rows.map(({ id }) => Number(id));
  };
  return {
    best: (terms, range, most) => ids(terms, range, most),
    withCode: (terms, codes, range, most) =>
      ids(terms, range, most, ` & (${codes.map((code) => `${lexeme(code)}:A`).join(' | ')})`),
    async counts(terms) {
      const { rows } = await ask<CountRow>(
        `SELECT id / ${ENTRIES_OF_KIND} AS kind, COUNT(DISTINCT id / ${PER_DOCUMENT}) AS documents
          FROM ${index} WHERE vector @@ ?::tsquery GROUP BY 1`,
        [tsQuery(terms)],
      );
      return countsOf(rows);
    },
    async documents(terms, range) {
      const { rows } = await ask<DocumentRow>(
        `SELECT id, subject_id AS subject FROM ${TABLES.documents} WHERE id IN (SELECT id / ${PER_DOCUMENT}
          FROM ${index} WHERE vector @@ ?::tsquery AND ${within('id', range)})`,
        [tsQuery(terms)],
      );
      return rows.map(documentOf);
    },
    isWhole: () => isWhole(knex, 'id'),
    async refreshStatistics() {
      await knex.raw(`ANALYZE ${index}`);
      // What was inserted last waits in a list, which every search would read.
      await knex.raw("SELECT gin_clean_pending_list('acc_search_vector_ix')");
    },
    async add(trx, entries) {
      for (const { id, tokens } of entries) {
        await trx.raw(`INSERT INTO ${index} (id, vector) VALUES (?, ?::tsvector)`, [id, vectorOf(tokens)]);
      }
    },
    async remove(trx, gone) {
      if (gone.length > 0) await trx(index).whereIn('id', gone).delete();
    },
  };
}

/** The full-text search of the database the application runs on. */
export const indexStore = (strapi: Core.Strapi): IndexStore =>
  isPostgres(strapi) ? postgresStore(strapi) : sqliteStore(strapi);
