import type { Core } from '@strapi/strapi';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';

export type RefusalCode = keyof typeof en;

/** Message and details of a refusal, in the language of whoever asks and in both. */
export function refusal(
  strapi: Core.Strapi,
  code: RefusalCode,
  { place = '' }: { readonly place?: string } = {},
) {
  const say = (words: Readonly<Record<RefusalCode, string>>) =>
    words[code].replaceAll('{place}', () => place.slice(0, 200));
  const messages = { en: say(en), ka: say(ka) };
  return { message: messages[requestLanguage(strapi)], details: { code, messages } };
}
