import type { Core } from '@strapi/strapi';
import { languageCodes } from '../languages/site-languages';
import { searchEngine, type SearchEngine } from './engine';
import { findEntries, rangeOf } from './find-entries';
import { isMissingIndex, readState } from './index/state';
import { parseQuery } from './query/parse-query';
import { shownDocuments, type FoundDocument } from './show-documents';

export interface SearchRequest {
  readonly text: string;
  /** The language the reader prefers where a document is found in several; the site's first one by default. */
  readonly locale?: string;
  /** Name of the only kind to find; else all but those that are apart. */
  readonly kind?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

export interface SearchAnswer {
  readonly documents: readonly FoundDocument[];
  readonly total: number;
  /** How many documents there are of each kind, whichever kind was asked for. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Whether documents with words that only resemble those of the query are among them. */
  readonly isApproximate: boolean;
  readonly index: {
    /** The last change of the change log that is in the index. */
    readonly sequence: number;
    readonly updatedAt: Date;
    /** Whether every document has been in it since it was made. */
    readonly isComplete: boolean;
  };
}

export const USUAL_PAGE = 20;

/**
 * Finds public documents by the words of their texts and of the documents that belong to them. Documents that are no
 * longer public are left out even where the index is behind the content.
 * @throws Error where the application declares no search, or no such kind
 */
export async function searchDocuments(strapi: Core.Strapi, request: SearchRequest): Promise<SearchAnswer> {
  const engine = searchEngine(strapi);
  if (!engine) throw new Error('The application declares no search');
  try {
    return await searchIndex(strapi, engine, request);
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
    // Somebody has removed it, or restored a database without it.
    engine.indexer.repair();
    return {
      documents: [],
      total: 0,
      kinds: Object.fromEntries(engine.config.kinds.map(({ name }) => [name, 0])),
      isApproximate: false,
      index: { sequence: 0, updatedAt: new Date(0), isComplete: false },
    };
  }
}

async function searchIndex(
  strapi: Core.Strapi,
  engine: SearchEngine,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { kinds } = engine.config;
  const { page = 1, pageSize = USUAL_PAGE } = request;
  const locale = request.locale ?? languageCodes(strapi)[0] ?? '';
  const state = await readState(strapi.db.connection);
  const range = rangeOf(kinds, request.kind);
  const query = parseQuery(request.text.normalize('NFC'), engine.analyser);

  const { found, terms, isApproximate } = await findEntries(engine, query, range);
  const ids = [...found.byDocument.keys()].slice((page - 1) * pageSize, page * pageSize);
  const entryIds = ids.flatMap((id) => found.byDocument.get(id) as number[]);
  const documents = await shownDocuments(strapi, engine, { ids, entryIds, terms, locale });
  const counts = kinds.map(({ name }, index) => [name, found.counts.get(index) ?? 0] as const);
  const asked = kinds.filter(({ name, isApart }) => (request.kind ? name === request.kind : !isApart));
  return {
    documents,
    total: counts.reduce(
      (sum, [name, count]) => (asked.some((kind) => kind.name === name) ? sum + count : sum),
      0,
    ),
    kinds: Object.fromEntries(counts),
    isApproximate,
    index: { sequence: state.position, updatedAt: state.changedAt, isComplete: state.isComplete },
  };
}
