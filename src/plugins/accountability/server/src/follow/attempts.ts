import type { Core } from '@strapi/strapi';
import { addressKeyOf } from '../moderation/address-key-of';
import { FixedWindowCounter } from '../moderation/fixed-window-counter';
import { followConfig } from './config';

const known = new WeakMap<Core.Strapi, FixedWindowCounter>();

/**
 * Counts whatever a network sends, in the memory of this instance: what is about to be refused must not cost a query.
 * @param ip address of the sender
 * @returns milliseconds until it may send again; 0 where it may now
 */
export function countFollowAttempt(strapi: Core.Strapi, ip: string): number {
  let attempts = known.get(strapi);
  if (!attempts) {
    const { minutes, attemptsPerSender } = followConfig(strapi).rates;
    known.set(strapi, (attempts = new FixedWindowCounter(attemptsPerSender, minutes * 60_000)));
  }
  return attempts.count(addressKeyOf(strapi, ip));
}
