import type { Overview } from '../content/overview';
import type { Commitment } from '../content/records';
import { folded } from './folded';
import type { FilterName, ListQuery } from './list-query';
import { organisationsNamed } from './named-organisations';
import type { SearchMatches } from './search-matches';

type Holds = (commitment: Commitment) => boolean;

const anyOf = (ids: ReadonlySet<string>, of: (commitment: Commitment) => readonly string[]): Holds =>
  ids.size === 0 ? () => false : (commitment) => of(commitment).some((id) => ids.has(id));

/** Predicate of each filter for a value; equivalent to `filters[…]` of the dataset, see `downloads.ts`. */
const CONDITIONS: Readonly<Record<FilterName, (value: string, overview: Overview) => Holds>> = {
  plan: (slug, { planBySlug }) => {
    const id = planBySlug.get(slug)?.id;
    return ({ planId }) => id !== undefined && planId === id;
  },
  status:
    (code) =>
    ({ status }) =>
      status === code,
  assessment:
    (code) =>
    ({ assessment }) =>
      assessment === code,
  agency: (text, overview) => anyOf(organisationsNamed(text, overview), ({ leadIds }) => leadIds),
  partner: (text, overview) => anyOf(organisationsNamed(text, overview), ({ partnerIds }) => partnerIds),
  area:
    (code) =>
    ({ policyAreas }) =>
      policyAreas.includes(code),
  ogp:
    (code) =>
    ({ ogpValues }) =>
      ogpValues.includes(code),
  sdg:
    (code) =>
    ({ sdgs }) =>
      sdgs.includes(code),
  year:
    (year) =>
    ({ timeframe: { startDate, endDate } }) =>
      startDate !== null && endDate !== null && startDate <= `${year}-12-31` && endDate >= `${year}-01-01`,
  percent:
    (least) =>
    ({ progressPercent }) =>
      progressPercent !== null && progressPercent >= Number(least),
  overdue:
    (value) =>
    ({ isOverdue }) =>
      String(isOverdue) === value,
};

/** The predicates of a query's filters. */
export const conditionsOf = (
  overview: Overview,
  { filters }: Pick<ListQuery, 'filters'>,
): { readonly name: FilterName; readonly holds: Holds }[] =>
  (Object.entries(filters) as [FilterName, string | null][]).flatMap(([name, value]) =>
    value === null ? [] : [{ name, holds: CONDITIONS[name](value, overview) }],
  );

/** The searched text, in all languages. */
function searchedText({ title, code, leadIds }: Commitment, { organisationById }: Overview): string {
  const agencies = leadIds.flatMap((id) => Object.values(organisationById.get(id)?.name ?? {}));
  return folded([...Object.values(title), code, ...agencies].filter(Boolean).join('\n'));
}

/** Searched texts by the organisations whose names they have: every keystroke searches all of them. */
const searchedTexts = new WeakMap<Overview['organisations'], WeakMap<Commitment, string>>();

/**
 * Whether a commitment is found by a query's search: by the index, and as far as that is behind the list, or missing,
 * by its title, code and agencies.
 */
export function searchOf(
  overview: Overview,
  { search }: Pick<ListQuery, 'search'>,
  matches: SearchMatches | null = null,
): Holds {
  if (!matches || search === '') return hasWords(overview, search);
  const { ranks, isCurrent } = matches;
  if (isCurrent) return ({ id }) => ranks.has(id);
  const isNamed = hasWords(overview, search);
  return (commitment) => ranks.has(commitment.id) || isNamed(commitment);
}

/** Whether a commitment has all words in its titles, code and agencies. */
function hasWords(overview: Overview, search: string): Holds {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  let texts = searchedTexts.get(overview.organisations);
  if (!texts) searchedTexts.set(overview.organisations, (texts = new WeakMap()));
  const known = texts;
  return (commitment) => {
    let text = known.get(commitment);
    if (text === undefined) known.set(commitment, (text = searchedText(commitment, overview)));
    const searched = text;
    return words.every((word) => searched.includes(word));
  };
}
