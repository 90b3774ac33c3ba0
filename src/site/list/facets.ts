import type { Overview } from '../content/overview';
import { conditionsOf, searchOf } from './conditions';
import { newCounters, type FacetCounters } from './facet-counters';
import { FILTERS, isNarrowed, type FilterName, type ListQuery } from './list-query';
import type { SearchMatches } from './search-matches';

/**
 * How many commitments each choice of a filter would leave, with everything else as it is chosen; plans and
 * organisations by id.
 */
export type Facets = Readonly<Record<FilterName, ReadonlyMap<string, number>>>;

const countsOf = (counters: FacetCounters): Facets =>
  Object.fromEntries(FILTERS.map((name) => [name, counters[name].counts()])) as Record<
    FilterName,
    ReadonlyMap<string, number>
  >;

/**
 * Counts the choices of all filters in one pass: a commitment that all chosen filters let through counts everywhere,
 * and one that a single filter keeps out counts among the choices of that filter only.
 */
export function facetsOf(overview: Overview, query: ListQuery, matches: SearchMatches | null = null): Facets {
  // Of everything there is a count already.
  if (!isNarrowed(query)) return countsOf(overview.choices);
  const counters = newCounters();
  const all = FILTERS.map((name) => counters[name]);
  const conditions = conditionsOf(overview, query);
  const isFound = searchOf(overview, query, matches);
  for (const commitment of overview.commitments) {
    let keptOut = 0;
    let only: FilterName | undefined;
    for (const { name, holds } of conditions) {
      if (holds(commitment)) continue;
      keptOut += 1;
      only = name;
      if (keptOut > 1) break;
    }
    if (keptOut > 1 || !isFound(commitment)) continue;
    if (only) counters[only].add(commitment, 1);
    else for (const counter of all) counter.add(commitment, 1);
  }
  return countsOf(counters);
}
