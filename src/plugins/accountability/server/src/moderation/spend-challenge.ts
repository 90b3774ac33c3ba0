import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { challengeRefused, type SolvedChallenge } from './challenge';
import { SPENT_CHALLENGE } from './content-types';

/**
 * Uses a challenge up, in the transaction of what it was solved for: it is free again when that fails.
 * @throws Refusal 400 for one that has been used, by whichever instance
 */
export async function spendChallenge(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { nonce, expiresAt }: SolvedChallenge,
): Promise<void> {
  const inserted: unknown[] = await trx(strapi.db.metadata.get(SPENT_CHALLENGE).tableName)
    .insert({ nonce, expires_at: expiresAt })
    .onConflict(['nonce'])
    .ignore()
    .returning('id');
  if (inserted.length === 0) throw challengeRefused('CHALLENGE_USED');
}
