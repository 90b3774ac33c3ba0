import { failed, known, shown } from './reading';
import type { ValueReading } from './result';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/;

interface MomentOptions {
  /** A moment without time zone is in UTC, one without time at midnight: cells of exported workbooks have neither. */
  readonly isExported?: boolean;
}

/** A point in time (ISO 8601, RFC 3339) as ISO text in UTC; null for an empty text. */
export function readMoment(text: string, { isExported = false }: MomentOptions = {}): ValueReading<string> {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, problems: [] };
  const whole = isExported ? withZone(trimmed) : trimmed;
  const at = MOMENT.test(whole) ? Date.parse(whole) : Number.NaN;
  return Number.isNaN(at)
    ? failed('moment-not-understood', { value: shown(text) })
    : known(new Date(at).toISOString());
}

function withZone(text: string): string {
  const match = WITHOUT_ZONE.exec(text);
  if (!match) return text;
  return match[1] === undefined ? `${text}T00:00:00Z` : `${text}Z`;
}
