import { RHYTHMS, type Rhythm } from 'strapi-plugin-accountability/server';

export const DIGESTS: readonly string[] = RHYTHMS;

const DEFAULT: Rhythm = 'hourly';

/** Whether a text is a frequency of moderators' digests. */
export const isDigest = (text: string): text is Rhythm => DIGESTS.includes(text);

/**
 * Frequency of moderators' digests. An invalid value gives the default: Strapi would fail with a stack trace while
 * it reads its configuration, before `checkSettings` can name the setting.
 */
export const digestOrDefault = (text: string | undefined): Rhythm =>
  text && isDigest(text) ? text : DEFAULT;
