import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import { appWords } from '../../words/app-words';
import type { Exceeded } from './exceeded';

const WORDS = appWords.section('query-cost');

/**
 * The error (400) for a query over its cost limits: each limit with its parameter, in each language of the site.
 */
export function costlyQueryError(exceeded: Exceeded[], language: Language): errors.ValidationError {
  const entries = exceeded.map((one) => ({
    ...one,
    code: 'QUERY_TOO_COSTLY',
    ...messageIn(language, (of) => WORDS.say(of, one.limit, { ...one })),
  }));
  return new errors.ValidationError(entries.map((entry) => entry.message).join(' '), {
    code: 'QUERY_TOO_COSTLY',
    ...exceeded[0],
    errors: entries,
  });
}
