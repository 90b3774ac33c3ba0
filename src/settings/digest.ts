import { RHYTHMS, type Rhythm } from 'strapi-plugin-accountability/server';

export const DIGESTS: readonly string[] = RHYTHMS;

const DEFAULT: Rhythm = 'hourly';

/** Whether a text says how often moderators are told of comments. */
export const isDigest = (text: string): text is Rhythm => DIGESTS.includes(text);

/**
 * How often moderators are told of comments. A word nobody knows gives the default: Strapi would fail on it with a
 * stack while it reads its configuration, before `checkSettings` can say which setting is wrong.
 */
export const digestOrDefault = (text: string | undefined): Rhythm =>
  text && isDigest(text) ? text : DEFAULT;
