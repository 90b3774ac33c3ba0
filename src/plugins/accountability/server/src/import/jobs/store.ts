import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import { isAbandoned } from '../../releases/abandoned';
import type { Actor } from '../../workflow/actor';
import { ImportRefusal } from '../refusal';
import type { ImportProgress, ImportResult } from '../run-import';
import { IMPORT, type ImportStatus } from './content-types';

const LOCK = 'imports';
const HEARTBEAT_MS = 15_000;

/** Imports of this process, of all its applications. */
const own = new Set<string>();

export interface ImportedFile {
  readonly name: string;
  /** SHA-256, in hex. */
  readonly digest: string;
  readonly bytes: number;
  /** Where the upload provider keeps it; absent where it does not. */
  readonly address?: string;
}

/** An import as it is kept. */
export interface ImportJob {
  readonly id: number;
  readonly name: string;
  readonly status: ImportStatus;
  readonly mapping: string;
  readonly locale: string | null;
  readonly isDryRun: boolean;
  readonly keepsGood: boolean;
  readonly files: readonly ImportedFile[];
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly progress: ImportProgress | null;
  readonly result: ImportResult | null;
  readonly failure: string | null;
  readonly idempotencyKey: string | null;
  readonly requestDigest: string | null;
  readonly host: string;
  readonly process: number;
  readonly seen: string;
}

export type NewJob = Pick<ImportJob, 'mapping' | 'locale' | 'isDryRun' | 'keepsGood' | 'files'> & {
  readonly actor: Actor;
  readonly idempotency?: { readonly key: string; readonly digest: string } | null;
};

export interface ImportOutcome {
  readonly status: ImportStatus;
  readonly result?: ImportResult;
  readonly failure?: string;
  /** With the addresses of those that are kept. */
  readonly files?: readonly ImportedFile[];
}

/** An import that has begun: the only one, over all instances. */
export interface RunningJob {
  readonly name: string;
  readonly files: readonly ImportedFile[];
  report(progress: ImportProgress): void;
  /** Says in the transaction of the import that it is done: a process that dies afterwards has done it. */
  settle(trx: Knex.Transaction, result: ImportResult): Promise<void>;
  /** Ends it; nothing is reported afterwards. */
  end(outcome: ImportOutcome): Promise<void>;
}

function isAlive(process: number): boolean {
  try {
    global.process.kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const processContext = () => ({ now: new Date(), host: hostname(), process: process.pid, own, isAlive });

/** Marks imports whose process has died. @returns their names */
export async function failAbandoned(strapi: Core.Strapi): Promise<string[]> {
  const running = (await strapi.db.query(IMPORT).findMany({ where: { status: 'running' } })) as ImportJob[];
  const dead = running.filter((job) => isAbandoned(job, processContext()));
  for (const { id } of dead) {
    // It may have ended since it was read.
    await strapi.db.query(IMPORT).update({
      where: { id, status: 'running' },
      data: { status: 'failed', failure: 'process-ended', endedAt: new Date() },
    });
  }
  return dead.map(({ name }) => name);
}

/** Whether an import is running, in this process or another one. */
export const isImportRunning = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.db.query(IMPORT).count({ where: { status: 'running' } })) > 0;

/**
 * Begins an import.
 * @throws ImportRefusal 409 while another one runs, with who started it and when, or where its key has been used
 */
export async function beginJob(
  strapi: Core.Strapi,
  { actor, idempotency, ...job }: NewJob,
): Promise<RunningJob> {
  const name = randomUUID();
  const jobs = strapi.db.query(IMPORT);
  const now = new Date();
  // Before anybody can read it: whoever lists imports takes one of this process that is not its own for a dead one.
  own.add(name);
  const create = inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, LOCK);
    await failAbandoned(strapi);
    if (idempotency && (await findByKey(strapi, idempotency.key)))
      throw new ImportRefusal('IMPORT_KEY_REUSED');
    const running = (await jobs.findOne({ where: { status: 'running' } })) as ImportJob | null;
    if (running) {
      const { actorKind, actorName, startedAt } = running;
      // Programs get no names.
      const isNamed = actor.kind !== 'api-token' && actorName !== null;
      throw new ImportRefusal('IMPORT_BUSY', {
        actorKind,
        ...(isNamed && { who: actorName }),
        since: new Date(startedAt).toISOString(),
      });
    }
    const { host, process: pid } = processContext();
    await jobs.create({
      data: {
        ...job,
        name,
        status: 'running',
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        startedAt: now,
        idempotencyKey: idempotency?.key ?? null,
        requestDigest: idempotency?.digest ?? null,
        host,
        process: pid,
        seen: now,
      },
    });
  });
  await create.catch((error: unknown) => {
    own.delete(name);
    throw error;
  });
  let progress: ImportProgress | null = null;
  const renewHeartbeat = () =>
    jobs
      .update({ where: { name }, data: { seen: new Date(), ...(progress && { progress }) } })
      .catch((error: unknown) => strapi.log.error(error));
  const timer = setInterval(() => void renewHeartbeat(), HEARTBEAT_MS);
  timer.unref();
  let reported = 0;
  let settledAt: Date | null = null;
  return {
    name,
    files: job.files,
    report(latest) {
      progress = latest;
      if (Date.now() - reported < 1000) return;
      reported = Date.now();
      void renewHeartbeat();
    },
    async settle(trx, result) {
      settledAt = new Date();
      const data = { status: 'done', result: JSON.stringify(result), ended_at: settledAt };
      await trx(strapi.db.metadata.get(IMPORT).tableName).where({ name }).update(data);
    },
    async end({ status, result, failure, files }) {
      clearInterval(timer);
      try {
        await jobs.update({
          // An import is seen to be done from its commit on, and may have been taken back since.
          where: { name, status: { $ne: 'undone' } },
          data: {
            status,
            result: result ?? null,
            failure: failure ?? null,
            ...(files && { files }),
            endedAt: settledAt ?? new Date(),
            progress,
          },
        });
      } finally {
        own.delete(name);
      }
    },
  };
}

export const findJob = (strapi: Core.Strapi, name: string): Promise<ImportJob | null> =>
  strapi.db.query(IMPORT).findOne({ where: { name } }) as Promise<ImportJob | null>;

export const findByKey = (strapi: Core.Strapi, key: string): Promise<ImportJob | null> =>
  strapi.db.query(IMPORT).findOne({ where: { idempotencyKey: key } }) as Promise<ImportJob | null>;

/** The latest imports first. */
export const listJobs = (strapi: Core.Strapi, limit: number): Promise<ImportJob[]> =>
  strapi.db.query(IMPORT).findMany({ orderBy: { id: 'desc' }, limit }) as Promise<ImportJob[]>;
