import { errors } from '@strapi/utils';
import type { Language } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';

const WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ka };

/** The refusal (400) of a request whose headers do not tell which site was meant. */
export function hostRefused(
  code: keyof typeof en,
  header: string,
  language: Language,
): errors.ValidationError {
  const say = (of: Language) => WORDS[of][code].replace('{header}', header);
  return new errors.ValidationError(say(language), { code, messages: { en: say('en'), ka: say('ka') } });
}
