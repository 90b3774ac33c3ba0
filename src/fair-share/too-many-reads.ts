import { errors } from '@strapi/utils';
import type { Language } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** The refusal (429) of one more read where too many of an address wait, in both languages. */
export function tooManyReadsError(retryAfter: number, language: Language): errors.RateLimitError {
  const inWords = ({ tooMany }: typeof en) => tooMany.replace('{seconds}', String(retryAfter));
  const messages = { en: inWords(en), ka: inWords(ka) };
  return new errors.RateLimitError(messages[language], { code: 'TOO_MANY_READS', messages, retryAfter });
}
