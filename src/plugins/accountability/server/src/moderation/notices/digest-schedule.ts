const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** Very recent comments may not be committed yet. */
const SETTLING_MS = 30 * 1000;
/** Hour of daily digests. */
const MORNING_HOURS = 8;

/** Frequency of moderators' digests. */
export const RHYTHMS = ['immediately', 'hourly', 'daily', 'off'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/**
 * The time up to which a digest covers comments: the last full minute, the last full hour, or eight o'clock. The
 * same on every instance until the next one begins. Pure.
 * @param dayStart when the day of a moment began at the site
 */
export function digestTime(
  rhythm: Exclude<Rhythm, 'off'>,
  now: Date,
  dayStart: (moment: Date) => Date,
): Date {
  const settled = now.getTime() - SETTLING_MS;
  if (rhythm === 'daily') {
    const morning = MORNING_HOURS * HOUR_MS;
    return new Date(dayStart(new Date(settled - morning)).getTime() + morning);
  }
  const length = rhythm === 'hourly' ? HOUR_MS : MINUTE_MS;
  return new Date(Math.floor(settled / length) * length);
}
