import type { Language } from './request-language';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** From so many seconds on a time is told in this unit; under two hours minutes say it better. */
const UNITS = [
  { from: 2 * HOUR, unit: 'hour', seconds: HOUR },
  { from: MINUTE, unit: 'minute', seconds: MINUTE },
  { from: 0, unit: 'second', seconds: 1 },
] as const;

/** When something may be tried again, in words: `in 3 minutes`, `3 წუთში`. Rounded up, so that it is never too early. Pure. */
export function inTime(language: Language, seconds: number): string {
  const { unit, seconds: length } = UNITS.find(({ from }) => seconds >= from) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language).format(Math.ceil(seconds / length), unit);
}
