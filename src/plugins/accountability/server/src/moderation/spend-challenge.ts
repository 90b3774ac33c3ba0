import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { challengeRefused, type SolvedChallenge } from './challenge';
import { LONGEST_SHOWN_MS } from './form-token';
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
  if (!(await spend(strapi, trx, nonce, expiresAt))) throw challengeRefused('CHALLENGE_USED');
}

/**
 * Since when somebody has had the form of a challenge, in the transaction that stores what was sent. A form counts for
 * one sending: a robot cannot show one once and send from it for a day; later ones count from their challenge.
 */
export async function shownSince(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { form, issuedAt }: SolvedChallenge,
): Promise<Date> {
  if (!form) return issuedAt;
  const endsAt = new Date(form.shownAt.getTime() + LONGEST_SHOWN_MS);
  return (await spend(strapi, trx, `form:${form.id}`, endsAt)) ? form.shownAt : issuedAt;
}

/** @returns whether it was not used before */
async function spend(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  nonce: string,
  expiresAt: Date,
): Promise<boolean> {
  const inserted: unknown[] = await trx(strapi.db.metadata.get(SPENT_CHALLENGE).tableName)
    .insert({ nonce, expires_at: expiresAt })
    .onConflict(['nonce'])
    .ignore()
    .returning('id');
  return inserted.length > 0;
}
