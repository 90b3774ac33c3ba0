import { startOfDay } from '../../dates/day-start';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When a day begins, in the given numbering of days. Pure.
 * @param day ISO day
 * @param dayOf the day of a moment
 */
export function beginningOf(day: string, dayOf: (moment: Date) => string): Date {
  // Noon in UTC is the same day nearly everywhere; otherwise midnight or evening is.
  const within = ['12:00', '00:00', '23:59']
    .map((time) => new Date(`${day}T${time}:00Z`))
    .find((moment) => dayOf(moment) === day);
  return startOfDay(within ?? new Date(`${day}T12:00:00Z`), dayOf);
}

/** The ISO day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
