import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';

const en = englishWords.access;
const ka = georgianWords.access;

/** Strapi's kinds of API tokens, as it calls them. */
export type TokenKind = 'content-api' | 'admin';

const WORDS: Readonly<Record<Language, Readonly<Record<TokenKind, string>>>> = { en, ka };

/** The refusal of a token of the other kind, in both languages. @param needed the kind that the address takes */
export const wrongTokenKind = (received: TokenKind, needed: TokenKind, language: Language) =>
  new errors.UnauthorizedError(WORDS[language][needed], {
    code: 'WRONG_TOKEN_KIND',
    received,
    needed,
    messages: { en: en[needed], ka: ka[needed] },
  });
