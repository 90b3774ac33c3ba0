import type { Core } from '@strapi/strapi';
import { addressKeyOf } from './address-key-of';
import { FixedWindowCounter } from './fixed-window-counter';
import { Refusal, tooMany } from './refusal';
import { comments } from './registry';

const known = new WeakMap<Core.Strapi, FixedWindowCounter>();

function attemptsOf(strapi: Core.Strapi): FixedWindowCounter {
  let attempts = known.get(strapi);
  if (!attempts) {
    const { minutes, attemptsPerAddress } = comments(strapi).rates;
    known.set(strapi, (attempts = new FixedWindowCounter(attemptsPerAddress, minutes * 60_000)));
  }
  return attempts;
}

const refuseFor = (milliseconds: number): void => {
  if (milliseconds > 0) throw new Refusal(tooMany(milliseconds));
};

/**
 * Refuses an address over its limit before its body is read.
 * @throws Refusal 429
 */
export const refuseIfTriedTooOften = (strapi: Core.Strapi, address: string): void =>
  refuseFor(attemptsOf(strapi).wait(addressKeyOf(strapi, address)));

/**
 * Counts a request to a public form, whatever its result. In this instance's memory: requests about to be refused
 * must not cost a database query.
 * @throws Refusal 429 with the seconds to wait
 */
export const countAttempt = (strapi: Core.Strapi, address: string): void =>
  refuseFor(attemptsOf(strapi).count(addressKeyOf(strapi, address)));
