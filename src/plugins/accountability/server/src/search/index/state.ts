import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGE } from '../../change-log/content-types';
import type { Analyser } from '../analysis/analyser';
import type { SearchConfig } from '../config';
import { TABLES } from '../store/tables';

/** How far a pass over all documents is: the kind's place, and the last document of it. */
export interface Pass {
  readonly kind: number;
  readonly after: string;
}

/** How far the index is. */
export interface IndexState {
  /** What it was made with: another analyser or declaration has it rebuilt. */
  readonly analyser: string;
  /** Number of the latest pass over all documents. */
  readonly turn: number;
  /** The last change of the change log that is in it. */
  readonly position: number;
  /** The running pass. */
  readonly pass: Pass | null;
  /** Whether a pass has ever ended: before, documents are missing. */
  readonly isComplete: boolean;
  readonly changedAt: Date;
}

interface StateRow {
  readonly analyser: string;
  readonly turn: number;
  readonly position: number | string;
  readonly pass: string | null;
  readonly is_complete: number;
  readonly changed_at: number | string;
}

export async function readState(knex: Knex): Promise<IndexState> {
  const row = (await knex(TABLES.state).where({ id: 1 }).first()) as StateRow | undefined;
  if (!row) throw new MissingState();
  return {
    analyser: row.analyser,
    turn: row.turn,
    position: Number(row.position),
    pass: row.pass === null ? null : (JSON.parse(row.pass) as Pass),
    isComplete: Boolean(row.is_complete),
    changedAt: new Date(Number(row.changed_at)),
  };
}

/** Whether a database lacks a table that a statement needs. */
const isMissingTable = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === '42P01' || String(message).includes('no such table');
};

/** Whether it lacks the index, or a part of it. */
export const isMissingIndex = (error: unknown): boolean =>
  error instanceof MissingState || isMissingTable(error);

/** The state of the index; null where it is missing. */
export async function readStateOrNone(knex: Knex): Promise<IndexState | null> {
  try {
    return await readState(knex);
  } catch (error) {
    if (isMissingIndex(error)) return null;
    throw error;
  }
}

class MissingState extends Error {}

/** Somebody else has taken the index over. */
export class LeaseLost extends Error {}

/**
 * Writes a state in the transaction of the documents it describes.
 * @throws LeaseLost where it is no longer the one that was read, or no longer this instance's to change
 */
export async function writeState(
  trx: Knex.Transaction,
  holder: string,
  before: IndexState,
  after: IndexState,
): Promise<void> {
  const changed = await trx(TABLES.state)
    .where({ id: 1, holder, position: before.position, turn: before.turn })
    .update({
      analyser: after.analyser,
      turn: after.turn,
      position: after.position,
      pass: after.pass && JSON.stringify(after.pass),
      is_complete: Number(after.isComplete),
      changed_at: Date.now(),
    });
  if (changed !== 1) throw new LeaseLost();
}

/** Time after which the lease of an instance expires during a batch, in milliseconds. */
const LEASE = 30_000;

/** Whether this instance is the one that keeps the index; it is until it gives it back or has not asked for a while. */
export async function takeLease(knex: Knex, holder: string): Promise<boolean> {
  const now = Date.now();
  const taken = await knex(TABLES.state)
    .where({ id: 1 })
    .andWhere((free) => void free.where({ holder }).orWhere('held_until', '<', now))
    .update({ holder, held_until: now + LEASE });
  return taken === 1;
}

export async function releaseLease(knex: Knex, holder: string): Promise<void> {
  await knex(TABLES.state).where({ id: 1, holder }).update({ held_until: 0 });
}

/** The number of the last change there is. */
export async function lastChange(strapi: Core.Strapi): Promise<number> {
  const { tableName } = strapi.db.metadata.get(CHANGE);
  const row = (await strapi.db.connection(tableName).max({ last: 'id' }).first()) as { last: number | null };
  return Number(row.last ?? 0);
}

/** What the index depends on beside the content: the analyser, and what is declared. */
export function analyserVersion(analyser: Analyser, { kinds }: SearchConfig): string {
  const declared = createHash('sha256').update(JSON.stringify(kinds)).digest('hex').slice(0, 16);
  return `${analyser.version}-${declared}`;
}
