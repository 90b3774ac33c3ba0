import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/language/request-language';
import en from '../translations/en.json';
import ka from '../translations/ka.json';
import type { Exceeded } from './exceeded';
import type { LimitName } from './limits';

const WORDS: Record<Language, Record<LimitName, string>> = { en, ka };

function message(exceeded: Exceeded, language: Language): string {
  const values: Record<string, unknown> = { ...exceeded };
  return WORDS[language][exceeded.limit].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The refusal (400) of a query that asks for too much: each limit with its parameter, in both languages. */
export function costlyQueryError(exceeded: Exceeded[], language: Language): errors.ValidationError {
  const entries = exceeded.map((one) => ({
    ...one,
    code: 'QUERY_TOO_COSTLY',
    message: message(one, language),
    messages: { en: message(one, 'en'), ka: message(one, 'ka') },
  }));
  return new errors.ValidationError(entries.map((entry) => entry.message).join(' '), {
    code: 'QUERY_TOO_COSTLY',
    ...exceeded[0],
    errors: entries,
  });
}
