import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import type { QueryFault } from './fault';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('query-validation');

/** The error (400) for an invalid query, in the reader's language and in each language of the site. */
export function invalidQueryError({ code, place }: QueryFault, language: Language): errors.ValidationError {
  const parameter = place.slice(0, 200);
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, code, { place: parameter }));
  return new errors.ValidationError(message, { code, parameter, messages });
}
