import { oneLine } from './one-line';

/**
 * Control characters, line breaks of Unicode among them, and embeddings, overrides and isolates of direction, which
 * would turn around what stands beside the title.
 */
const NO_TITLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g;

/** A title as it may stand beside other words, in a list, a mail or a feed: one line of text without HTML. Pure. */
export const plainTitle = (text: string): string =>
  oneLine(text).replace(NO_TITLE, ' ').replace(/\s+/g, ' ').trim();
