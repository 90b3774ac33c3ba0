import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { publicDocuments } from '../../change-log/baseline';
import { BASELINE, CHANGE } from '../../change-log/content-types';
import { inTransaction } from '../../database/transaction';
import type { Analyser } from '../analysis/analyser';
import type { SearchConfig } from '../config';
import { indexStore, type IndexStore } from '../store/index-store';
import { ensureTables, TABLES } from '../store/tables';
import { affectedDocuments, watchedTypes, type IndexedDocument } from './affected-documents';
import { entryOf } from './entry';
import { readDocuments } from './read-documents';
import {
  analyserVersion,
  releaseLease,
  isMissingIndex,
  lastChange,
  LeaseLost,
  readState,
  readStateOrNone,
  takeLease,
  writeState,
  type IndexState,
} from './state';
import type { Vocabulary } from './vocabulary';
import { removeDocuments, replaceDocuments, type MadeDocument } from './write-entries';

/** Documents per transaction: writes of others wait for no more. */
const BATCH = 20;
const CHANGES_AT_ONCE = 500;
/** Time for which changes are collected before they are indexed, in milliseconds: one save makes several. */
const COLLECTED = 300;
/** Interval at which changes of other processes are polled, in milliseconds. */
const POLL = 2_000;
/** After an error, in milliseconds. */
const RETRY = 5_000;
/** Idle time after a batch, as part of the time it took: for other tasks of the process. */
const IDLE_RATIO = 0.5;

/**
 * Keeps the index up to date from the change log, a batch of documents at a time, in one of all instances. An index
 * that is missing, that was made in another way, or that is ahead of the change log, is rebuilt: document by
 * document, so that what is not reached yet is still found as it was.
 */
export class Indexer {
  private readonly holder = randomUUID();
  private readonly version: string;
  private readonly types: readonly string[];
  private readonly store: IndexStore;
  private wake: () => void = () => undefined;
  private isTriggered = false;
  /** Start of the running batch. */
  private busySince = 0;
  private isStopped = false;
  private isDamaged = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly config: SearchConfig,
    private readonly analyser: Analyser,
    private readonly vocabulary: Vocabulary,
  ) {
    this.version = analyserVersion(analyser, config);
    this.types = watchedTypes(strapi, config);
    this.store = indexStore(strapi);
  }

  /** Begins to follow the change log. */
  start(): void {
    this.running ??= this.follow();
  }

  /** Starts a run: something was committed. */
  trigger(): void {
    this.isTriggered = true;
    this.wake();
  }

  /** Has the index rebuilt: a part of it is missing. */
  repair(): void {
    this.isDamaged = true;
    this.trigger();
  }

  /** Ends after the running batch. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    await this.running;
  }

  private async follow(): Promise<void> {
    while (!this.isStopped) {
      let pause = POLL;
      try {
        this.isTriggered = false;
        await this.catchUp();
      } catch (error) {
        if (this.isStopped) return;
        this.strapi.log.warn(`The search could not be brought up to date, and will be: ${String(error)}`);
        pause = RETRY;
      }
      if (!this.isTriggered) await this.sleep(pause);
      if (!this.isStopped && this.isTriggered) await this.sleep(COLLECTED, false);
    }
  }

  private sleep(milliseconds: number, isInterruptible = true): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.wake = () => {
        if (!isInterruptible && !this.isStopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Pauses between two batches, so that the processor and the database are free for others, and renews the lease. */
  private async pauseBetweenBatches(): Promise<void> {
    await this.sleep((Date.now() - this.busySince) * IDLE_RATIO, false);
    await takeLease(this.strapi.db.connection, this.holder);
    this.busySince = Date.now();
  }

  /** Indexes whatever has changed, if no other instance does. */
  async catchUp(): Promise<void> {
    const knex = this.strapi.db.connection;
    if (!(await this.isBehind())) return;
    if (!(await takeLease(knex, this.holder))) return;
    try {
      this.busySince = Date.now();
      while (!this.isStopped) {
        if (!(await this.step())) break;
        await this.pauseBetweenBatches();
      }
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      await releaseLease(knex, this.holder).catch(() => undefined);
    }
  }

  /** Whether there is anything to do. Makes the tables where there are none. */
  private async isBehind(): Promise<boolean> {
    const knex = this.strapi.db.connection;
    let state = this.isDamaged || !(await this.isWhole()) ? null : await readStateOrNone(knex);
    if (!state) {
      await ensureTables(this.strapi);
      this.vocabulary.forget();
      await knex(TABLES.state).where({ id: 1 }).update({ analyser: '', is_complete: 0 });
      this.isDamaged = false;
      state = await readState(knex);
    }
    return (
      state.analyser !== this.version ||
      state.pass !== null ||
      state.position !== (await lastChange(this.strapi))
    );
  }

  /** Whether no table is missing, or was emptied. */
  private async isWhole(): Promise<boolean> {
    try {
      return await this.store.isWhole();
    } catch (error) {
      if (isMissingIndex(error)) return false;
      throw error;
    }
  }

  /** One batch. @returns whether there is more to do */
  private async step(): Promise<boolean> {
    const state = await readState(this.strapi.db.connection);
    const last = await lastChange(this.strapi);
    // Behind its own position the change log is another one: of a backup, for example.
    if (state.analyser !== this.version || state.position > last) return this.beginPass(state, last);
    if (state.position < last) return this.followChanges(state);
    if (state.pass) return this.continuePass(state);
    return false;
  }

  private async beginPass(state: IndexState, position: number): Promise<boolean> {
    await ensureTables(this.strapi);
    const next = { ...state, analyser: this.version, turn: state.turn + 1, position };
    await this.write(state, { ...next, pass: { kind: 0, after: '' } });
    return true;
  }

  private async followChanges(state: IndexState): Promise<boolean> {
    const { tableName } = this.strapi.db.metadata.get(CHANGE);
    const rows = (await this.strapi.db
      .connection(tableName)
      .where('id', '>', state.position)
      .orderBy('id')
      .limit(CHANGES_AT_ONCE)
      .select('id', 'kind', 'subject_type', 'subject_id')) as {
      id: number;
      kind: string;
      subject_type: string;
      subject_id: string;
    }[];
    const position = Number(rows.at(-1)?.id ?? state.position);
    const subjects = new Map(
      rows
        .filter(({ kind, subject_type: type }) => kind !== BASELINE && this.types.includes(type))
        .map((row) => [row.subject_id, { subjectType: row.subject_type, subjectId: row.subject_id }]),
    );
    const affected = await affectedDocuments(this.strapi, this.config, [...subjects.values()]);
    // All but the last batch leave the position: what follows is read again after an interruption.
    for (let start = BATCH; start < affected.length && !this.isStopped; start += BATCH) {
      await this.index(state, state, affected.slice(start, start + BATCH));
      await this.pauseBetweenBatches();
    }
    if (this.isStopped) return false;
    await this.index(state, { ...state, position }, affected.slice(0, BATCH));
    return true;
  }

  private async continuePass(state: IndexState): Promise<boolean> {
    const { kind, after } = state.pass as { kind: number; after: string };
    const declared = this.config.kinds[kind];
    if (!declared) return this.endPass(state);
    const ids: string[] = await this.strapi.db.connection
      .from(publicDocuments(this.strapi, this.strapi.db.connection, declared.contentType).as('d'))
      .where('d.document_id', '>', after)
      .orderBy('d.document_id')
      .limit(BATCH)
      .pluck('d.document_id');
    const next = ids.length < BATCH ? { kind: kind + 1, after: '' } : { kind, after: ids.at(-1) ?? '' };
    await this.index(
      state,
      { ...state, pass: next },
      ids.map((subjectId) => ({ kind, subjectId })),
    );
    return true;
  }

  /** What the pass has not met is gone, but for what was added meanwhile. */
  private async endPass(state: IndexState): Promise<boolean> {
    const old: (number | string)[] = await this.strapi.db
      .connection(TABLES.documents)
      .where('turn', '<', state.turn)
      .orderBy('id')
      .limit(BATCH * 5)
      .pluck('id');
    if (old.length > 0) {
      await this.write(state, state, (trx) => removeDocuments(trx, this.store, old.map(Number)));
      return true;
    }
    await this.store.refreshStatistics();
    await this.write(state, { ...state, pass: null, isComplete: true });
    return true;
  }

  /** Reads and indexes documents. */
  private async index(
    before: IndexState,
    after: IndexState,
    documents: readonly IndexedDocument[],
  ): Promise<void> {
    const made: MadeDocument[] = [];
    const words = new Set<string>();
    for (const [kind, declared] of this.config.kinds.entries()) {
      const ids = documents.filter((one) => one.kind === kind).map(({ subjectId }) => subjectId);
      if (ids.length === 0) continue;
      const rows = await readDocuments(this.strapi, declared, ids);
      for (const subjectId of ids) {
        const entries = (rows.get(subjectId) ?? []).map((row) => entryOf(declared, row, this.analyser));
        for (const entry of entries) for (const word of entry.words) words.add(word);
        made.push({ kind, subjectId, entries });
      }
    }
    await this.vocabulary.refresh();
    await this.write(before, after, async (trx) => {
      await replaceDocuments(trx, this.store, this.config.kinds, made, after.turn);
      await this.vocabulary.add(trx, words);
    });
  }

  private write(
    before: IndexState,
    after: IndexState,
    work: (trx: Knex.Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    return inTransaction(this.strapi, async (trx) => {
      await writeState(trx, this.holder, before, after);
      await work(trx);
    });
  }
}
