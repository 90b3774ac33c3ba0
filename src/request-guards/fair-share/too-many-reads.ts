import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('fair-share');

/** The error (429) for a read where too many of the address are waiting, in each language of the site. */
export function tooManyReadsError(retryAfter: number, language: Language): errors.RateLimitError {
  const { message, messages } = messageIn(language, (of) =>
    WORDS.say(of, 'tooMany', { seconds: retryAfter }),
  );
  return new errors.RateLimitError(message, { code: 'TOO_MANY_READS', messages, retryAfter });
}
