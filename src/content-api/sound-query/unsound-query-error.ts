import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import type { QueryFault } from './fault';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['sound-query'];
const ka = georgianWords['sound-query'];

/** The refusal (400) of a query, in the language of whoever asks and in both. */
export function unsoundQueryError({ code, place }: QueryFault, language: Language): errors.ValidationError {
  const parameter = place.slice(0, 200);
  const { message, messages } = inBothLanguages({ en, ka }, code, language, { place: parameter });
  return new errors.ValidationError(message, { code, parameter, messages });
}
