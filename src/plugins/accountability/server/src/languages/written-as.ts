import { FALLBACK_LANGUAGE } from './localized-text';

/**
 * The BCP 47 tag by which a language's dates and numbers are formatted: for English the international order of day
 * and month, "31 December 2020", where the platform would use that of the United States.
 */
export const writtenAs = (language: string): string => (language === FALLBACK_LANGUAGE ? 'en-GB' : language);
