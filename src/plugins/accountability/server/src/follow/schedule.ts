export const FOLLOW_RHYTHMS = ['daily', 'weekly'] as const;
/** How often a follower is notified. */
export type FollowRhythm = (typeof FOLLOW_RHYTHMS)[number];

const HOUR_MS = 60 * 60 * 1000;

/** How the site counts days. */
export interface SiteDays {
  /** ISO day of a moment. */
  readonly dayOf: (moment: Date) => string;
  /** When the day of a moment began. */
  readonly startOf: (moment: Date) => Date;
}

/** Times of the digests. */
export interface DigestTimes {
  readonly hour: number;
  /** 0 for Sunday. */
  readonly weekday: number;
}

/**
 * The latest time at which a digest was due. The same on every instance until the next one comes; slots of one rhythm
 * sort as texts. Pure.
 */
export function slotOf(
  rhythm: FollowRhythm,
  now: Date,
  { hour, weekday }: DigestTimes,
  days: SiteDays,
): Date {
  const dailySlot = (moment: Date): Date =>
    new Date(days.startOf(new Date(moment.getTime() - hour * HOUR_MS)).getTime() + hour * HOUR_MS);
  let slot = dailySlot(now);
  if (rhythm === 'daily') return slot;
  const weekdayOf = (moment: Date) => new Date(`${days.dayOf(moment)}T00:00:00Z`).getUTCDay();
  for (let tried = 0; tried < 7 && weekdayOf(slot) !== weekday; tried += 1) {
    slot = dailySlot(new Date(slot.getTime() - 1));
  }
  return slot;
}
