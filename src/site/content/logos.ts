import type { AskApi } from '../api/ask-api';
import { LANGUAGES, type Language } from '../languages';
import { PICTURE_FIELDS, pictureOf, type Picture } from './media';
import type { Organisation } from './records';

/** Logos by the id of their organisation. */
export type Logos = ReadonlyMap<string, Picture>;

/** Maximum page size of the content API. */
const MAX_IDS = 100;
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
  let missing = [...new Set(ids)].slice(0, MAX_IDS);
  for (const language of [reader, ...LANGUAGES.filter((other) => other !== reader)]) {
    if (missing.length === 0) break;
    const wanted = missing.map((id, index) => `filters[documentId][$in][${index}]=${encodeURIComponent(id)}`);
    const page = `fields[0]=slug&pagination[pageSize]=${MAX_IDS}`;
    const address = `/api/partners?locale=${language}&${page}&${POPULATE}&${wanted.join('&')}`;
    const { data } = (await ask(address)) as Answer;
    for (const { documentId, logo } of data) {
      const picture = pictureOf(logo);
      if (picture) found.set(documentId, picture);
    }
    const answered = data.map(({ documentId }) => documentId);
    missing = missing.filter((id) => !answered.includes(id));
  }
  return found;
}

/** A file that is replaced in the media library changes no organisation, and so is shown within this time. */
const MAX_AGE_MS = 60_000;

/** Logos that were read for pages before, of as many organisations as have been asked for. */
export class LogoCache {
  private organisations: readonly Organisation[] | undefined;
  private readSince = 0;
  /** By id; null for an organisation without a logo. */
  private logos = new Map<string, Picture | null>();

  /**
   * The logos of some organisations, read where they are not known.
   * @param organisations all of them, as an overview has them: another list after any of them has changed
   */
  async of(
    ask: AskApi,
    ids: readonly string[],
    reader: Language,
    organisations: readonly Organisation[],
  ): Promise<Logos> {
    if (organisations !== this.organisations || Date.now() - this.readSince >= MAX_AGE_MS) {
      this.organisations = organisations;
      this.readSince = Date.now();
      this.logos = new Map();
    }
    // Another list may come while these are read.
    const { logos } = this;
    const unknown = ids.filter((id) => !logos.has(id));
    const found = await readLogos(ask, unknown, reader);
    for (const id of unknown) logos.set(id, found.get(id) ?? null);
    return new Map(
      ids.flatMap((id) => {
        const logo = logos.get(id);
        return logo ? [[id, logo] as const] : [];
      }),
    );
  }
}

/** A cache that knows no logos yet. */
export const newLogoCache = (): LogoCache => new LogoCache();
