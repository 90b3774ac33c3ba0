import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['request-host'];
const ka = georgianWords['request-host'];

/** The refusal (400) of a request whose headers do not tell which site was meant. */
export function hostRefused(
  code: keyof typeof en,
  header: string,
  language: Language,
): errors.ValidationError {
  const { message, messages } = inBothLanguages({ en, ka }, code, language, { header });
  return new errors.ValidationError(message, { code, messages });
}
