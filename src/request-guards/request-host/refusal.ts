import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('request-host');

/** The error (400) for a request with an invalid host or protocol. */
export function hostRefused(
  code: KeyOf<typeof WORDS>,
  header: string,
  language: Language,
): errors.ValidationError {
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, code, { header }));
  return new errors.ValidationError(message, { code, messages });
}
