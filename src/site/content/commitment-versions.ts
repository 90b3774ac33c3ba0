import { NotThere, type AskApi } from '../api/ask-api';
import { LANGUAGES, type Language } from '../languages';

/** A document of the content API, as populated. */
export type Document = Readonly<Record<string, unknown>>;

/** A document in its languages; the fully populated one comes first. */
export type Versions = Readonly<Partial<Record<Language, Document>>>;

const RELATED = ['milestones', 'progressReports'];
const fields = (of: string, names: readonly string[]): string[] =>
  names.map((name, index) => `${of}[${index}]=${name}`);

/** Localized attributes. All others are the same in every language. */
const TEXTS = [
  ...fields('fields', ['description', 'problem', 'expectedResult', 'result']),
  ...fields('populate[milestones][fields]', ['indicator', 'result']),
  ...fields('populate[progressReports][fields]', ['narrative', 'challenges', 'assessorName']),
].join('&');

const idsOf = (document: Document): string[] =>
  RELATED.flatMap((field) =>
    ((document[field] as { documentId: string }[] | null | undefined) ?? []).map((one) => one.documentId),
  );

/**
 * Reads a commitment in every language it has, the reader's first. Of the others only texts are requested, unless a
 * related document exists in another language only.
 * @param everything what to populate
 * @throws NotThere where it is published in no language
 */
export async function readVersions(
  ask: AskApi,
  id: string,
  reader: Language,
  everything: string,
): Promise<Versions> {
  const read = async (language: Language, query: string): Promise<Document | null> => {
    try {
      const answer = await ask(`/api/commitments/${encodeURIComponent(id)}?locale=${language}&${query}`);
      return (answer as { data: Document }).data;
    } catch (error) {
      if (error instanceof NotThere) return null;
      throw error;
    }
  };
  const versions: Partial<Record<Language, Document>> = {};
  for (const language of [reader, ...LANGUAGES.filter((other) => other !== reader)]) {
    const known = Object.values(versions) as Document[];
    const texts = known.length === 0 ? null : await read(language, TEXTS);
    if (known.length > 0 && texts === null) continue;
    const knownIds = new Set(known.flatMap(idsOf));
    const isEnough = texts !== null && idsOf(texts).every((related) => knownIds.has(related));
    const version = isEnough ? texts : await read(language, everything);
    if (version !== null) versions[language] = version;
  }
  if (Object.keys(versions).length === 0) throw new NotThere(id);
  return versions;
}
