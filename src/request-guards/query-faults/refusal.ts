import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['query-faults'];
const ka = georgianWords['query-faults'];

const LONGEST_PART = 100;

/** The refusal (400) of an address that asks for what a content type does not have. */
export function queryRefused(part: string, language: Language): errors.ValidationError {
  const code = 'QUERY_INVALID';
  const values = { part: part.slice(0, LONGEST_PART) };
  const { message, messages } = inBothLanguages({ en, ka }, code, language, values);
  return new errors.ValidationError(message, { code, messages });
}
