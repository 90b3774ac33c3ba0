import { errors } from '@strapi/utils';
import type { Language } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';

const LONGEST_PART = 100;
const WORDS: Readonly<Record<Language, string>> = { en: en.QUERY_INVALID, ka: ka.QUERY_INVALID };

/** The refusal (400) of an address that asks for what a content type does not have. */
export function queryRefused(part: string, language: Language): errors.ValidationError {
  const say = (of: Language) => WORDS[of].replace('{part}', () => part.slice(0, LONGEST_PART));
  const messages = { en: say('en'), ka: say('ka') };
  return new errors.ValidationError(messages[language], { code: 'QUERY_INVALID', messages });
}
