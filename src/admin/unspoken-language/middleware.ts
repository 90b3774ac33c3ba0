import { getFetchClient } from '@strapi/strapi/admin';
import { chosenLanguage } from '../panel-languages';
import { showUnspokenLanguage } from './notice';

interface Action {
  readonly type?: unknown;
  readonly meta?: { readonly arg?: { readonly endpointName?: string } };
  readonly payload?: { readonly code?: string };
}
type Next = (action: unknown) => unknown;

const ADDED = 'adminApi/executeMutation/fulfilled';

/** Codes of the languages the site is published in, as the server has them. */
async function siteLanguages(): Promise<string[]> {
  const { data } = await getFetchClient().get<{ data: { code: string }[] }>('/accountability/languages');
  return data.data.map(({ code }) => code);
}

async function tellIfUnspoken(code: string): Promise<void> {
  const known = await siteLanguages();
  if (!known.includes(code)) showUnspokenLanguage(code, known, chosenLanguage());
}

/** Tells an administrator who adds a language the site does not speak, once Strapi has added it. */
export const unspokenLanguage = () => () => (next: Next) => (action: unknown) => {
  const { type, meta, payload } = action as Action;
  const isAdded = type === ADDED && meta?.arg?.endpointName === 'createLocale';
  // The log tells of it at each start, where this answer is lost.
  if (isAdded && payload?.code) tellIfUnspoken(payload.code).catch(() => undefined);
  return next(action);
};
