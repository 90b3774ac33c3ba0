import type { Core } from '@strapi/strapi';
import { searchEngine } from './engine';
import { findEntries, rangeOf } from './find-entries';
import { isMissingIndex, readState } from './index/state';
import { parseQuery } from './query/parse-query';
import { shownDocuments, type FoundDocument } from './show-documents';

/** All documents of a kind that a text finds, for a list that also filters them. */
export interface FoundDocuments {
  /** The best first, as far as they are ranked (`MAX_FOUND`). They may include what is no longer public. */
  readonly documentIds: readonly string[];
  /** Whether documents with words that only resemble those of the text are among them. */
  readonly isApproximate: boolean;
  /** The last change of the change log that is in the index. */
  readonly sequence: number;
  /** What is shown of some of them, by document; of public ones only. */
  show(documentIds: readonly string[], locale: string): Promise<ReadonlyMap<string, FoundDocument>>;
}

/**
 * Finds all documents of a kind by their words, as `searchDocuments` does.
 * @returns null where the index is missing, or is being made for the first time
 * @throws Error where the application declares no search, or no such kind
 */
export async function findDocuments(
  strapi: Core.Strapi,
  { text, kind }: { readonly text: string; readonly kind: string },
): Promise<FoundDocuments | null> {
  const engine = searchEngine(strapi);
  if (!engine) throw new Error('The application declares no search');
  try {
    const state = await readState(strapi.db.connection);
    if (!state.isComplete) return null;
    const range = rangeOf(engine.config.kinds, kind);
    const query = parseQuery(text.normalize('NFC'), engine.analyser);
    const { found, terms, isApproximate } = await findEntries(engine, query, range);
    const all = found.byDocument.size === 0 ? [] : await engine.store.documents(terms, range);
    const subjects = new Map(all.map(({ id, subjectId }) => [id, subjectId]));
    const ids = new Map(all.map(({ id, subjectId }) => [subjectId, id]));
    const ranked = [...found.byDocument.keys()].flatMap((id) => subjects.get(id) ?? []);
    return {
      documentIds: [...new Set([...ranked, ...ids.keys()])],
      isApproximate,
      sequence: state.position,
      async show(documentIds, locale) {
        const shown = documentIds.flatMap((subjectId) => ids.get(subjectId) ?? []);
        const entryIds = shown.flatMap((id) => found.byDocument.get(id) ?? []);
        const documents = await shownDocuments(strapi, engine, { ids: shown, entryIds, terms, locale });
        return new Map(documents.map((document) => [document.documentId, document]));
      },
    };
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
    engine.indexer.repair();
    return null;
  }
}
