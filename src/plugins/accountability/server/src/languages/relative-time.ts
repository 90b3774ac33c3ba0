import type { Language } from './request-language';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** From so many seconds on a time is given in this unit; below two hours minutes are clearer. */
const UNITS = [
  { from: 2 * HOUR, unit: 'hour', seconds: HOUR },
  { from: MINUTE, unit: 'minute', seconds: MINUTE },
  { from: 0, unit: 'second', seconds: 1 },
] as const;

/** Time until a retry, in words: `in 3 minutes`, `3 წუთში`. Rounded up, so that it is never too early. Pure. */
export function inTime(language: Language, seconds: number): string {
  const { unit, seconds: length } = UNITS.find(({ from }) => seconds >= from) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language).format(Math.ceil(seconds / length), unit);
}
