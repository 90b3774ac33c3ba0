import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('access');

/** Strapi's kinds of API tokens. */
export type TokenKind = 'content-api' | 'admin';

/**
 * The error for a token of the other kind, in each language of the site.
 * @param needed the kind the route accepts
 */
export const wrongTokenKind = (received: TokenKind, needed: TokenKind, language: Language) => {
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, needed));
  return new errors.UnauthorizedError(message, { code: 'WRONG_TOKEN_KIND', received, needed, messages });
};
