import type { Core } from '@strapi/strapi';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { inBothLanguages } from '../../refusals/in-both-languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['stricter-routes'];
const ka = georgianWords['stricter-routes'];

export type RefusalCode = keyof typeof en;

/** Message and details of a refusal, in the language of whoever asks and in both. */
export function refusal(
  strapi: Core.Strapi,
  code: RefusalCode,
  { place = '' }: { readonly place?: string } = {},
) {
  const values = { place: place.slice(0, 200) };
  const { message, messages } = inBothLanguages({ en, ka }, code, requestLanguage(strapi), values);
  return { message, details: { code, messages } };
}
