import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';
import type { Exceeded } from './exceeded';

const en = englishWords['query-cost'];
const ka = georgianWords['query-cost'];

/** The refusal (400) of a query that asks for too much: each limit with its parameter, in both languages. */
export function costlyQueryError(exceeded: Exceeded[], language: Language): errors.ValidationError {
  const entries = exceeded.map((one) => ({
    ...one,
    code: 'QUERY_TOO_COSTLY',
    ...inBothLanguages({ en, ka }, one.limit, language, { ...one }),
  }));
  return new errors.ValidationError(entries.map((entry) => entry.message).join(' '), {
    code: 'QUERY_TOO_COSTLY',
    ...exceeded[0],
    errors: entries,
  });
}
