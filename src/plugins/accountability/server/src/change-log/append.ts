import type { Knex } from 'knex';
import type { Core } from '@strapi/strapi';
import { notifyOfCommit } from './committed';
import { CHANGE, type ChangeKind } from './content-types';

/** A change of a document. */
export interface Change {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind: ChangeKind;
  readonly at: Date;
}

/** What transactions that do not hold the content lock yet are going to append, by transaction. */
const deferred = new WeakMap<Knex.Transaction, Change[]>();

/**
 * Has the changes of a transaction kept in memory, until it holds the content lock and takes them with
 * `deferredChanges`. The moments of moves are kept: histories have the same.
 */
export function deferChanges(trx: Knex.Transaction): void {
  deferred.set(trx, []);
}

/** Ends it. @returns the changes, as of now; none where nothing was deferred */
export function deferredChanges(trx: Knex.Transaction): readonly Change[] {
  const changes = deferred.get(trx) ?? [];
  deferred.delete(trx);
  const at = new Date();
  return changes.map((change) => (change.kind === 'transition' ? change : { ...change, at }));
}

/** Keeps changes where they are deferred. @returns whether they are */
export function defer(trx: Knex.Transaction, changes: readonly Change[]): boolean {
  const kept = deferred.get(trx);
  for (const change of changes) kept?.push(change);
  return kept !== undefined;
}

/** SQLite limits the number of bound values per statement. */
const AT_ONCE = 100;

/**
 * Appends to the change log, in the order given, inside the transaction of the changes themselves. The caller holds
 * the content lock, which makes the order of the sequence the order of the commits, or has them deferred.
 */
export async function appendChanges(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  changes: readonly Change[],
): Promise<void> {
  if (defer(trx, changes)) return;
  const { tableName } = strapi.db.metadata.get(CHANGE);
  if (changes.length > 0) notifyOfCommit(strapi, trx);
  for (let start = 0; start < changes.length; start += AT_ONCE) {
    await trx(tableName).insert(
      changes.slice(start, start + AT_ONCE).map(({ subjectType, subjectId, kind, at }) => ({
        subject_type: subjectType,
        subject_id: subjectId,
        kind,
        at,
      })),
    );
  }
}
