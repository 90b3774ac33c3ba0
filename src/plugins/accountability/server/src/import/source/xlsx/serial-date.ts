import type { SourceDay } from '../source';
import type { NumberKind } from './number-format';

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(9999, 11, 31);
/** Day 0 of the two systems. The one of 1900 has a 29 February 1900, which is number 60. */
const ZERO_1904 = Date.UTC(1904, 0, 1);
const ZERO_1900 = Date.UTC(1899, 11, 30);
const FICTITIOUS_DAY = 60;

const isoTime = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

function dayOf(days: number, is1904: boolean): number | null {
  if (is1904) return days < 0 ? null : ZERO_1904 + days * DAY_MS;
  if (days < 1 || days === FICTITIOUS_DAY) return null;
  return ZERO_1900 + (days < FICTITIOUS_DAY ? days + 1 : days) * DAY_MS;
}

/**
 * The value of a number that is shown as a date: a day, or ISO text where it has a time of day, which has no time
 * zone; of a time `HH:MM:SS`. Null for what is no day of the calendar up to 9999.
 */
export function serialDate(
  serial: number,
  kind: Exclude<NumberKind, 'number'>,
  is1904: boolean,
): SourceDay | string | null {
  // A second is 1/86,400 of a day, which has no exact number.
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const time = isoTime((seconds - days * 86_400) * 1000);
  if (kind === 'time' && days === 0) return time;
  const ms = Number.isFinite(serial) ? dayOf(days, is1904) : null;
  if (ms === null || ms > LAST_DAY) return null;
  const day = new Date(ms).toISOString().slice(0, 10);
  return kind === 'day' || time === '00:00:00' ? { day } : `${day}T${time}`;
}
