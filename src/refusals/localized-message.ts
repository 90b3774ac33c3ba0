import type { LocalizedMessage } from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../languages/site-languages';

/** A message in a language, and in each one of the site. Pure. */
export const messageIn = (language: string, say: (language: string) => string): LocalizedMessage => ({
  message: say(language),
  messages: Object.fromEntries(LANGUAGE_CODES.map((code) => [code, say(code)])),
});
