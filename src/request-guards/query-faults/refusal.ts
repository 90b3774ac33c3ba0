import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/languages/request-language';
import { inBothLanguages } from '../../refusals/in-both-languages';
import en from './translations/en.json';
import ka from './translations/ka.json';

const LONGEST_PART = 100;

/** The refusal (400) of an address that asks for what a content type does not have. */
export function queryRefused(part: string, language: Language): errors.ValidationError {
  const code = 'QUERY_INVALID';
  const values = { part: part.slice(0, LONGEST_PART) };
  const { message, messages } = inBothLanguages({ en, ka }, code, language, values);
  return new errors.ValidationError(message, { code, messages });
}
