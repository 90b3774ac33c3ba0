import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { isAbandoned, type Attempt } from './abandoned';
import { RELEASE, RELEASE_ATTEMPT } from './content-types';
import type { NewRelease } from './store';

const HEARTBEAT_MS = 15_000;
const LOCK = 'releases';

/** Attempts of this process, of all its applications. */
const own = new Set<string>();

/** A release being made. Only one at a time, over all instances. */
export interface Claim {
  readonly id: number;
  /** Base name of its files; unguessable. */
  readonly name: string;
  /** Abandoned attempts, whose files must be removed before their rows. */
  readonly abandoned: readonly Attempt[];
  /** Stops the heartbeat. */
  stop(): void;
}

function isAlive(process: number): boolean {
  try {
    global.process.kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Begins an attempt.
 * @returns null where another one is running
 */
export async function claimRelease(strapi: Core.Strapi): Promise<Claim | null> {
  const name = `open-data-release-${randomUUID()}`;
  const context = { host: hostname(), process: process.pid, own, isAlive };
  const attempts = strapi.db.query(RELEASE_ATTEMPT);
  // Before anybody can read it: one of this process that is not its own counts as abandoned.
  own.add(name);
  const claim = inTransaction(strapi, async (trx): Promise<Pick<Claim, 'id' | 'abandoned'> | null> => {
    await takeLock(strapi, trx, LOCK);
    const known = (await attempts.findMany({})) as Attempt[];
    const now = new Date();
    if (known.some((attempt) => !isAbandoned(attempt, { ...context, now }))) return null;
    const { host, process } = context;
    const made = (await attempts.create({ data: { name, host, process, seen: now } })) as Attempt;
    return { id: made.id, abandoned: known };
  });
  const claimed = await claim.catch((error: unknown) => {
    own.delete(name);
    throw error;
  });
  if (!claimed) {
    own.delete(name);
    return null;
  }
  const timer = setInterval(() => {
    attempts
      .update({ where: { id: claimed.id }, data: { seen: new Date() } })
      .catch((error: unknown) => strapi.log.error(error));
  }, HEARTBEAT_MS);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    own.delete(name);
  };
  return { ...claimed, name, stop };
}

/** Deletes the row of an attempt whose files are removed. */
export async function deleteAttempt(strapi: Core.Strapi, { id }: Pick<Attempt, 'id'>): Promise<void> {
  await strapi.db.query(RELEASE_ATTEMPT).delete({ where: { id } });
}

/**
 * Turns an attempt into a release, in one transaction.
 * @throws Error where the attempt was considered abandoned meanwhile, and its files may be removed
 */
export async function settleRelease(strapi: Core.Strapi, { id }: Claim, data: NewRelease): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, LOCK);
    const attempt: unknown = await strapi.db.query(RELEASE_ATTEMPT).findOne({ where: { id } });
    if (!attempt) throw new Error('The release took so long without a sign of life that it was given up');
    await strapi.db.query(RELEASE).create({ data });
    await deleteAttempt(strapi, { id });
  });
}
