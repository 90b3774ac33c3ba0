import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { SolvedChallenge } from './challenge';
import { MAX_SHOWN_MS, type ShownForm } from './form-token';
import { SPENT_CHALLENGE } from './content-types';

/** What a challenge was used for: the comment that was stored, or the one that was reported. */
export interface Outcome {
  readonly kind: 'stored' | 'reported';
  readonly documentId: string;
}

const textOf = ({ kind, documentId }: Outcome): string => `${kind} ${documentId}`;

function outcomeOf(text: string | null): Outcome | null {
  const [kind, documentId] = (text ?? '').split(' ');
  return (kind === 'stored' || kind === 'reported') && documentId ? { kind, documentId } : null;
}

const keyOfForm = ({ id }: ShownForm): string => `form:${id}`;

const tableOf = (strapi: Core.Strapi): string => strapi.db.metadata.get(SPENT_CHALLENGE).tableName;

/** State of a challenge. */
export interface Use {
  readonly isSpent: boolean;
  /** Submission with it, or else from the same form with another one. */
  readonly outcomes: readonly Outcome[];
}

/** Looks up a used challenge, by whichever instance. Read-only. */
export async function useOf(strapi: Core.Strapi, db: Knex, { nonce, form }: SolvedChallenge): Promise<Use> {
  const rows: { nonce: string; outcome: string | null }[] = await db(tableOf(strapi))
    .whereIn('nonce', form ? [nonce, keyOfForm(form)] : [nonce])
    .select('nonce', 'outcome');
  return {
    isSpent: rows.some((row) => row.nonce === nonce),
    outcomes: rows.flatMap(({ outcome }) => outcomeOf(outcome) ?? []),
  };
}

/**
 * Marks a challenge as used, in the transaction of its submission: it is free again when that rolls back. Another
 * transaction with the same challenge waits for this one.
 * @returns false for one that was used before, by whichever instance
 */
export const consumeChallenge = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { nonce, expiresAt }: SolvedChallenge,
): Promise<boolean> => consume(strapi, trx, nonce, expiresAt);

/**
 * When the form of a challenge was first shown, in the transaction that stores the submission. A form counts for
 * one submission: a bot cannot load one once and submit from it for a day; later ones count from their challenge.
 */
export async function shownSince(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { form, issuedAt }: SolvedChallenge,
): Promise<Date> {
  if (!form) return issuedAt;
  const endsAt = new Date(form.shownAt.getTime() + MAX_SHOWN_MS);
  return (await consume(strapi, trx, keyOfForm(form), endsAt)) ? form.shownAt : issuedAt;
}

/** Stores the submission of a challenge, and the first one of its form, for the lifetime of the challenge. */
export async function storeOutcome(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { nonce, form }: SolvedChallenge,
  outcome: Outcome,
): Promise<void> {
  await trx(tableOf(strapi))
    .whereIn('nonce', form ? [nonce, keyOfForm(form)] : [nonce])
    .whereNull('outcome')
    .update({ outcome: textOf(outcome) });
}

/** Removes the link between challenges and comments; the challenges stay used. */
export async function deleteOutcomes(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentIds: readonly string[],
): Promise<void> {
  const texts = documentIds.flatMap((documentId) => [
    textOf({ kind: 'stored', documentId }),
    textOf({ kind: 'reported', documentId }),
  ]);
  await trx(tableOf(strapi)).whereIn('outcome', texts).update({ outcome: null });
}

async function consume(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  nonce: string,
  expiresAt: Date,
): Promise<boolean> {
  const inserted: unknown[] = await trx(tableOf(strapi))
    .insert({ nonce, expires_at: expiresAt })
    .onConflict(['nonce'])
    .ignore()
    .returning('id');
  return inserted.length > 0;
}
