import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/languages/request-language';
import { inBothLanguages } from '../../refusals/in-both-languages';
import en from '../translations/en.json';
import ka from '../translations/ka.json';
import type { Exceeded } from './exceeded';

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
