import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/language/request-language';
import type { QueryFault } from './fault';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** The refusal (400) of a query, in the language of whoever asks and in both. */
export function unsoundQueryError({ code, place }: QueryFault, language: Language): errors.ValidationError {
  const shown = place.slice(0, 200);
  const messages = {
    en: en[code].replaceAll('{place}', () => shown),
    ka: ka[code].replaceAll('{place}', () => shown),
  };
  return new errors.ValidationError(messages[language], { code, parameter: shown, messages });
}
