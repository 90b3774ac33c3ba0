import { errors } from '@strapi/utils';
import type { Language } from '../../plugins/accountability/server/src/languages/request-language';
import { inBothLanguages } from '../../refusals/in-both-languages';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** The refusal (400) of a request whose headers do not tell which site was meant. */
export function hostRefused(
  code: keyof typeof en,
  header: string,
  language: Language,
): errors.ValidationError {
  const { message, messages } = inBothLanguages({ en, ka }, code, language, { header });
  return new errors.ValidationError(message, { code, messages });
}
