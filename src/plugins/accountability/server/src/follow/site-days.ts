import type { Core } from '@strapi/strapi';
import { startOfDay } from '../dates/day-start';
import { siteDay } from '../dates/site-day';
import { followConfig } from './config';
import { slotOf, type FollowRhythm } from './schedule';

/** The latest time at which a digest of the rhythm was due, as it is stored. */
export function currentSlot(strapi: Core.Strapi, rhythm: FollowRhythm, now: Date): string {
  const dayOf = (moment: Date): string => siteDay(strapi, moment);
  const days = { dayOf, startOf: (moment: Date) => startOfDay(moment, dayOf) };
  return slotOf(rhythm, now, followConfig(strapi), days).toISOString();
}
