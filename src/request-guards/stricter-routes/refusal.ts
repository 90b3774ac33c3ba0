import type { Core } from '@strapi/strapi';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('stricter-routes');

export type RefusalCode = KeyOf<typeof WORDS>;

/** Message and details of an error, in the reader's language and in each language of the site. */
export function refusal(
  strapi: Core.Strapi,
  code: RefusalCode,
  { place = '' }: { readonly place?: string } = {},
) {
  const values = { place: place.slice(0, 200) };
  const { message, messages } = messageIn(requestLanguage(strapi), (of) => WORDS.say(of, code, values));
  return { message, details: { code, messages } };
}
