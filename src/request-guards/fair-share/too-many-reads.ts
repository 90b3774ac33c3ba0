import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/languages/request-language';
import { inBothLanguages } from '../../refusals/in-both-languages';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** The refusal (429) of one more read where too many of an address wait, in both languages. */
export function tooManyReadsError(retryAfter: number, language: Language): errors.RateLimitError {
  const { message, messages } = inBothLanguages({ en, ka }, 'tooMany', language, { seconds: retryAfter });
  return new errors.RateLimitError(message, { code: 'TOO_MANY_READS', messages, retryAfter });
}
