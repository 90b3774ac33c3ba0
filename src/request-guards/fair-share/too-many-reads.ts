import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['fair-share'];
const ka = georgianWords['fair-share'];

/** The refusal (429) of one more read where too many of an address wait, in both languages. */
export function tooManyReadsError(retryAfter: number, language: Language): errors.RateLimitError {
  const { message, messages } = inBothLanguages({ en, ka }, 'tooMany', language, { seconds: retryAfter });
  return new errors.RateLimitError(message, { code: 'TOO_MANY_READS', messages, retryAfter });
}
