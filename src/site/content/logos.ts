import type { AskApi } from '../api/ask-api';
import { LANGUAGES, type Language } from '../languages';
import { PICTURE_FIELDS, pictureOf, type Picture } from './media';

/** Logos by the id of their organisation. */
export type Logos = ReadonlyMap<string, Picture>;

/** Maximum page size of the content API. */
const MOST = 100;
const POPULATE = PICTURE_FIELDS.map((field) => `populate[logo]${field}`).join('&');

interface Answer {
  readonly data: readonly { readonly documentId: string; readonly logo?: unknown }[];
}

/**
 * Reads the logos of some organisations. A logo is the same in all languages: other languages are read only for
 * organisations that lack the reader's.
 */
export async function readLogos(ask: AskApi, ids: readonly string[], reader: Language): Promise<Logos> {
  const found = new Map<string, Picture>();
  let missing = [...new Set(ids)].slice(0, MOST);
  for (const language of [reader, ...LANGUAGES.filter((other) => other !== reader)]) {
    if (missing.length === 0) break;
    const wanted = missing.map((id, index) => `filters[documentId][$in][${index}]=${encodeURIComponent(id)}`);
    const page = `fields[0]=slug&pagination[pageSize]=${MOST}`;
    const address = `/api/partners?locale=${language}&${page}&${POPULATE}&${wanted.join('&')}`;
    const { data } = (await ask(address)) as Answer;
    for (const { documentId, logo } of data) {
      const picture = pictureOf(logo);
      if (picture) found.set(documentId, picture);
    }
    const told = data.map(({ documentId }) => documentId);
    missing = missing.filter((id) => !told.includes(id));
  }
  return found;
}
