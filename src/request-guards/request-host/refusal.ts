import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('request-host');

/** The refusal (400) of a request whose headers do not tell which site was meant. */
export function hostRefused(
  code: KeyOf<typeof WORDS>,
  header: string,
  language: Language,
): errors.ValidationError {
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, code, { header }));
  return new errors.ValidationError(message, { code, messages });
}
