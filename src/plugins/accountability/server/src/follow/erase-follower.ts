import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from '../database/exclusive-lock';
import { FOLLOW, FOLLOW_LOCK, FOLLOW_REQUEST, FOLLOWER } from './content-types';

/** Numbers of what an erasure takes away. */
export interface ErasedFollows {
  readonly follows: number;
  readonly requests: number;
}

/**
 * Erases an address, ignoring its letter case: what it follows, and what waits for its confirmation. Inside a
 * transaction.
 * @param dryRun whether it only counts
 */
export async function eraseFollower(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { email, dryRun = false }: { readonly email: string; readonly dryRun?: boolean },
): Promise<ErasedFollows> {
  await takeLock(strapi, trx, FOLLOW_LOCK);
  const tableOf = (uid: string): string => strapi.db.metadata.get(uid).tableName;
  const given = email.normalize('NFC').trim();
  // Addresses are stored in lower case; SQLite's `lower` covers A to Z only.
  const withAddress = (uid: string) =>
    trx(tableOf(uid)).whereRaw('lower(email) in (lower(?), ?)', [given, given.toLowerCase()]);
  const keys: string[] = await withAddress(FOLLOWER).pluck('key');
  const follows = () => trx(tableOf(FOLLOW)).whereIn('follower', keys);
  const countOf = async (query: Knex.QueryBuilder): Promise<number> =>
    Number(((await query.count({ n: '*' }).first()) as { n: number | string } | undefined)?.n ?? 0);
  const counts = { follows: await countOf(follows()), requests: await countOf(withAddress(FOLLOW_REQUEST)) };
  if (dryRun) return counts;
  await follows().delete();
  await withAddress(FOLLOWER).delete();
  await withAddress(FOLLOW_REQUEST).delete();
  return counts;
}
