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

/** Codes of the site's languages, from the server. */
async function siteLanguages(): Promise<string[]> {
  const { data } = await getFetchClient().get<{ data: { code: string }[] }>('/accountability/languages');
  return data.data.map(({ code }) => code);
}

async function notifyIfUndeclared(code: string): Promise<void> {
  const known = await siteLanguages();
  if (!known.includes(code)) showUnspokenLanguage(code, known, chosenLanguage());
}

/** Notifies an administrator who adds a locale that is not a language of the site. */
export const undeclaredLanguage = () => () => (next: Next) => (action: unknown) => {
  const { type, meta, payload } = action as Action;
  const isAdded = type === ADDED && meta?.arg?.endpointName === 'createLocale';
  // Without the notice there is still a warning in the log at each start.
  if (isAdded && payload?.code) notifyIfUndeclared(payload.code).catch(() => undefined);
  return next(action);
};
