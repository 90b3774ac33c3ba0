import type { Core } from '@strapi/strapi';
import { FALLBACK_LANGUAGE } from '../languages/localized-text';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Cached: creating a formatter takes longer than using it.
 * @throws RangeError for an unknown time zone
 */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat(FALLBACK_LANGUAGE, {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Names that were found to be time zones: the day is asked for at every request, and the platform makes its list anew. */
const timeZones = new Set<string>();

/** Whether the platform knows a time zone of this name, as the IANA lists them: `Asia/Tbilisi`. */
export function isTimeZone(name: string): boolean {
  if (timeZones.has(name)) return true;
  try {
    // A list: the first formatter of dates takes ten times as long to make, and a start needs none.
    if (!Intl.supportedValuesOf('timeZone').includes(name)) dayFormat(name);
    timeZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The time zone in which the site's days begin, from the plugin's configuration.
 * @throws Error that names the setting; it stops the start
 */
export function parseTimeZone(config: unknown): string {
  const { timeZone = 'UTC' } = config as { timeZone?: unknown };
  if (typeof timeZone === 'string' && isTimeZone(timeZone)) return timeZone;
  throw new Error(`timeZone: must be a time zone such as Asia/Tbilisi, not "${String(timeZone)}"`);
}

/** The ISO day (YYYY-MM-DD) of a moment in a time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  const parts = dayFormat(timeZone).formatToParts(moment);
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Today in the site's time zone: a deadline passes at local midnight, not at that of UTC. */
export const siteDay = (strapi: Core.Strapi, moment: Date = new Date()): string =>
  dayIn(parseTimeZone(strapi.config.get('plugin::accountability')), moment);
