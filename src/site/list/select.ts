import type { Overview } from '../content/overview';
import { lastUpdate, type Commitment } from '../content/records';
import { textFor, type Language } from '../languages';
import { progressOf } from '../parts/progress';
import { conditionsOf, searchOf } from './conditions';
import type { ListQuery, Sort } from './list-query';
import type { SearchMatches } from './search-matches';

export const PAGE_SIZE = 20;

/** A page of the matching commitments. */
export interface Selection {
  /** All that match, in order. */
  readonly found: readonly Commitment[];
  /** Those of the page. */
  readonly shown: readonly Commitment[];
  readonly page: number;
  readonly pageCount: number;
}

const collators = new Map<Language, Intl.Collator>();

/** Collation of a language. */
function byText(language: Language): Intl.Collator['compare'] {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(language, { numeric: true })));
  return collator.compare;
}

/** Unknown dates come last in either direction. */
function byDate(one: string | null, other: string | null, direction: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -direction : direction;
}

function comparison(
  sort: Sort,
  overview: Overview,
  { language, matches }: { readonly language: Language; readonly matches: SearchMatches | null },
): ((one: Commitment, other: Commitment) => number) | null {
  const share = ({ id }: Commitment) => progressOf(overview.milestonesOf.get(id) ?? [])?.share ?? -1;
  switch (sort) {
    case 'plan':
      return null;
    case 'relevance': {
      const rank = ({ id }: Commitment) => matches?.ranks.get(id) ?? Infinity;
      return (one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other));
    }
    case 'title':
      return (one, other) =>
        byText(language)(
          textFor(one.title, language)?.text ?? '',
          textFor(other.title, language)?.text ?? '',
        );
    case 'end':
      return (one, other) => byDate(one.timeframe.endDate, other.timeframe.endDate, 1);
    case '-end':
      return (one, other) => byDate(one.timeframe.endDate, other.timeframe.endDate, -1);
    case '-updated':
      return (one, other) => byDate(lastUpdate(one), lastUpdate(other), -1);
    case 'progress':
      return (one, other) => share(other) - share(one);
  }
}

/** The commitments of a query. A page beyond the last one is the last one. */
export function selectCommitments(
  overview: Overview,
  query: ListQuery,
  language: Language,
  matches: SearchMatches | null = null,
): Selection {
  const { sort } = query;
  const conditions = conditionsOf(overview, query);
  const isFound = searchOf(overview, query, matches);
  const isAll = conditions.length === 0 && query.search === '';
  const matching = isAll
    ? overview.commitments
    : overview.commitments.filter(
        (commitment) => conditions.every(({ holds }) => holds(commitment)) && isFound(commitment),
      );
  const compare = comparison(sort, overview, { language, matches });
  const found = compare ? [...matching].sort(compare) : matching;
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  return { found, shown: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pageCount };
}
