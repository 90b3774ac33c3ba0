import { FALLBACK_LANGUAGE } from './localized-text';

/**
 * The BCP 47 tag a language's dates and numbers are written by: English has the world's order of day and month, "31
 * December 2020", where the platform would take that of the United States.
 */
export const writtenAs = (language: string): string => (language === FALLBACK_LANGUAGE ? 'en-GB' : language);
