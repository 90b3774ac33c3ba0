import type { Core } from '@strapi/strapi';
import { siteDay } from './site-day';

const DAY_SECONDS = 24 * 60 * 60;
/** The last result: it is needed at every request of the day. */
const known = new WeakMap<Core.Strapi, { readonly day: string; readonly start: Date }>();

/** The second at which the day of a moment began, in the given numbering of days. Pure. */
export function startOfDay(moment: Date, dayOf: (moment: Date) => string): Date {
  const day = dayOf(moment);
  const end = Math.floor(moment.getTime() / 1000);
  // A day has at most twenty-five hours, where clocks go back.
  let [before, within] = [end - DAY_SECONDS - 7200, end];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(new Date(middle * 1000)) === day) within = middle;
    else before = middle;
  }
  return new Date(within * 1000);
}

/** Today at the site, and when it began. */
export function siteToday(strapi: Core.Strapi, moment = new Date()): { day: string; start: Date } {
  const day = siteDay(strapi, moment);
  let today = known.get(strapi);
  if (today?.day !== day) {
    today = { day, start: startOfDay(moment, (at) => siteDay(strapi, at)) };
    known.set(strapi, today);
  }
  return today;
}
