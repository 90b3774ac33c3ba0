import type { SearchKind } from './declaration';
import type { SearchEngine } from './engine';
import { withBeginnings, withSimilar } from './query/expand-query';
import type { ParsedQuery, Term } from './query/parse-query';
import { documentOfEntry, entryRange } from './store/tables';

/** Documents that can be reached by turning pages. */
export const MAX_FOUND = 1_000;
/** With fewer matches than these, words similar to those of the query are searched for too. */
const FEW = 3;

/** What the index has for a query. */
export interface FoundEntries {
  /** The entries of each document in the order of the documents. */
  readonly byDocument: Map<number, number[]>;
  readonly counts: Map<number, number>;
}

const NOTHING: FoundEntries = { byDocument: new Map(), counts: new Map() };

/** What the index has for a query; if that is little, also for words that resemble those of the query. */
export async function findEntries(
  { store, vocabulary, analyser }: SearchEngine,
  query: ParsedQuery,
  range: readonly [number, number],
): Promise<{ found: FoundEntries; terms: readonly Term[]; isApproximate: boolean }> {
  if (query.terms.length === 0) return { found: NOTHING, terms: [], isApproximate: false };
  await vocabulary.refresh();
  const most = MAX_FOUND * 2;
  const find = async (terms: readonly Term[]): Promise<FoundEntries> => {
    const coded = query.codes.length > 0 ? await store.withCode(terms, query.codes, range, most) : [];
    const best = await store.best(terms, range, most);
    const counts =
      best.length === 0 && coded.length === 0 ? new Map<number, number>() : await store.counts(terms);
    return { byDocument: grouped([...coded, ...best]), counts };
  };
  const terms = withBeginnings(query.terms, vocabulary, analyser);
  const exact = await find(terms);
  if (exact.byDocument.size >= FEW) return { found: exact, terms, isApproximate: false };
  const similar = withSimilar(terms, vocabulary, analyser);
  if (similar.every((term, index) => term.alternatives.length === terms[index]?.alternatives.length)) {
    // Kinds that were not asked for are counted too.
    const counts = exact.counts.size > 0 ? exact.counts : await store.counts(terms);
    return { found: { ...exact, counts }, terms, isApproximate: false };
  }
  const more = await find(similar);
  return {
    found: { byDocument: new Map([...exact.byDocument, ...more.byDocument]), counts: more.counts },
    terms: similar,
    isApproximate: more.byDocument.size > exact.byDocument.size,
  };
}

/** Entries by document, in their order. */
function grouped(entries: readonly number[]): Map<number, number[]> {
  const documents = new Map<number, number[]>();
  for (const entry of new Set(entries)) {
    const id = documentOfEntry(entry);
    const known = documents.get(id);
    if (known) known.push(entry);
    else if (documents.size < MAX_FOUND) documents.set(id, [entry]);
  }
  return documents;
}

/**
 * The entries of a kind; without one, of all kinds but those that are apart.
 * @throws Error for an unknown kind
 */
export function rangeOf(kinds: readonly SearchKind[], name: string | undefined): readonly [number, number] {
  if (name === undefined) return entryRange(0, kinds.filter(({ isApart }) => !isApart).length - 1);
  const place = kinds.findIndex((kind) => kind.name === name);
  if (place < 0) throw new Error(`The search has no kind "${name}"`);
  return entryRange(place, place);
}
