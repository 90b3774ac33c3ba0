import { DEFAULT_LANGUAGE, type Language } from './languages';

/** Parameters of a page, in canonical order; empty ones are omitted. */
export type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Path of a page in a language. The default language has no parameter, so that each page has one canonical address.
 * @param path without parameters, its parts encoded
 */
export function pagePath(path: string, language: Language, parameters: Parameters = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  if (language !== DEFAULT_LANGUAGE) search.set('locale', language);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const commitmentPath = (slug: string, language: Language): string =>
  pagePath(`/commitments/${encodeURIComponent(slug)}`, language);

/** Path of the card that other sites embed. */
export const cardPath = (slug: string, language: Language): string =>
  pagePath(`/commitments/${encodeURIComponent(slug)}/card`, language);

/** Path of what is said once a comment was sent. */
export const commentSentPath = (slug: string, language: Language): string =>
  pagePath(`/commitments/${encodeURIComponent(slug)}/comment-sent`, language);

export const organisationPath = (slug: string, language: Language): string =>
  pagePath(`/organisations/${encodeURIComponent(slug)}`, language);

export const planPath = (slug: string, language: Language, parameters: Parameters = {}): string =>
  pagePath(`/plans/${encodeURIComponent(slug)}`, language, parameters);

/** An address a page may link to, unchanged; null for any other scheme: it might be a script. */
export function webAddress(text: string | null | undefined): string | null {
  if (!text) return null;
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol) ? text : null;
  } catch {
    return null;
  }
}
