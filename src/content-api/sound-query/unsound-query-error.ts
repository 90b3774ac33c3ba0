import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/languages/request-language';
import { inBothLanguages } from '../../refusals/in-both-languages';
import type { QueryFault } from './fault';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** The refusal (400) of a query, in the language of whoever asks and in both. */
export function unsoundQueryError({ code, place }: QueryFault, language: Language): errors.ValidationError {
  const parameter = place.slice(0, 200);
  const { message, messages } = inBothLanguages({ en, ka }, code, language, { place: parameter });
  return new errors.ValidationError(message, { code, parameter, messages });
}
