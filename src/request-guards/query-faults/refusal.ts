import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('query-faults');

const MAX_PART_LENGTH = 100;

/** The error (400) for a query with a part no content type has. */
export function queryRefused(part: string, language: Language): errors.ValidationError {
  const code = 'QUERY_INVALID';
  const values = { part: part.slice(0, MAX_PART_LENGTH) };
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, code, values));
  return new errors.ValidationError(message, { code, messages });
}
