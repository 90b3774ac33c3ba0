import { oneLine } from './one-line';

/**
 * Control characters, Unicode line breaks among them, and bidirectional embeddings, overrides and isolates, which
 * would reorder the text around the title.
 */
const NO_TITLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g;

/** A title for use within other text, in a list, a mail or a feed: one line without HTML. Pure. */
export const plainTitle = (text: string): string =>
  oneLine(text).replace(NO_TITLE, ' ').replace(/\s+/g, ' ').trim();
