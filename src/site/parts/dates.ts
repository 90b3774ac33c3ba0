import { dayIn, partialDateInWords, sentenceCase } from 'strapi-plugin-accountability/server';
import type { Commitment, Timeframe } from '../content/records';
import { html, type Html } from '../html/html';
import type { Language } from '../languages';
import type { Frame } from '../page';
import { say } from './localized-html';

/** Length of an ISO day's prefix by precision. Quarters and seasons have no machine-readable form in HTML. */
const ISO_LENGTH: Readonly<Record<string, number>> = { day: 10, month: 7, year: 4 };

/** A partial date in words, in its precision, as the inside of a sentence has it; null if unknown. */
const dateInside = (date: string | null, precision: string | null, language: Language): string | null =>
  date === null || precision === 'none' ? null : partialDateInWords(date, precision, language);

/** The same on its own, with a capital where the language has capitals. */
export function dateText(date: string | null, precision: string | null, language: Language): string | null {
  const words = dateInside(date, precision, language);
  return words === null ? null : sentenceCase(words, language);
}

/**
 * A partial date in ISO 8601 as exactly as it is known: `2026-11-03`, `2026-11` or `2026`.
 * @returns null where there is none, and for quarters and seasons, which have no such form
 */
export function isoDateOf(date: string | null, precision: string | null): string | null {
  const length = ISO_LENGTH[precision ?? 'day'];
  return date === null || length === undefined ? null : date.slice(0, length);
}

/** A date's words for the page, with the machine-readable form where HTML has one. */
function marked(text: string | null, date: string | null, precision: string | null): Html | null {
  if (date === null || text === null) return null;
  const iso = isoDateOf(date, precision);
  return iso === null ? html`${text}` : html`<time datetime="${iso}">${text}</time>`;
}

/** A partial date for the page; null if unknown. */
export const dateOf = (date: string | null, precision: string | null, language: Language): Html | null =>
  marked(dateText(date, precision, language), date, precision);

/** The same after other words, as the end of a range. */
export const laterDateOf = (date: string | null, precision: string | null, language: Language): Html | null =>
  marked(dateInside(date, precision, language), date, precision);

/** A date and time as a day at the site. */
export const momentOf = (moment: string, { language, site }: Pick<Frame, 'language' | 'site'>): Html =>
  html`<time datetime="${moment}"
    >${dateText(dayIn(site.timeZone, new Date(moment)), 'day', language)}</time
  >`;

/** When a commitment was updated: here, or at its source. */
export const updateOf = (
  { sourceUpdatedOn, updatedAt }: Pick<Commitment, 'sourceUpdatedOn' | 'updatedAt'>,
  frame: Pick<Frame, 'language' | 'site'>,
): Html => dateOf(sourceUpdatedOn, 'day', frame.language) ?? momentOf(updatedAt, frame);

/** Whether a time frame has any content. */
export const hasTime = ({ startDate, startPrecision, endDate, endPrecision, note }: Timeframe): boolean =>
  (startDate !== null && startPrecision !== 'none') ||
  (endDate !== null && endPrecision !== 'none') ||
  Object.values(note).some(Boolean);

/** Start and end with the source's wording. */
export function timeframeOf(timeframe: Timeframe, frame: Pick<Frame, 'language' | 'words'>): Html {
  const { language, words } = frame;
  if (!hasTime(timeframe)) return html`${words.noDates}`;
  const start = dateOf(timeframe.startDate, timeframe.startPrecision, language);
  const end = dateOf(timeframe.endDate, timeframe.endPrecision, language);
  const note = say(timeframe.note, frame);
  const isNoted = `${note}` !== '';
  if (!start && !end) return note;
  const dates =
    `${start}` === `${end}`
      ? html`${start}`
      : html`${start ?? '…'} – ${laterDateOf(timeframe.endDate, timeframe.endPrecision, language) ?? '…'}`;
  return isNoted ? html`${dates} (${note})` : dates;
}
