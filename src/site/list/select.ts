import type { Overview } from '../content/overview';
import { lastUpdate, type Commitment } from '../content/records';
import { textFor, type Language } from '../languages';
import { progressOf } from '../parts/progress';
import type { FilterName, ListQuery, Sort } from './list-query';

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

type Condition = (commitment: Commitment, value: string, overview: Overview) => boolean;

/** Predicate of each filter; equivalent to `filters[…]` of the dataset, see `downloads.ts`. */
const CONDITIONS: Readonly<Record<FilterName, Condition>> = {
  plan: ({ planId }, slug, { planById }) => planId !== null && planById.get(planId)?.slug === slug,
  status: ({ status }, code) => status === code,
  assessment: ({ assessment }, code) => assessment === code,
  agency: ({ leadIds }, slug, { organisationBySlug }) => {
    const id = organisationBySlug.get(slug)?.id;
    return id !== undefined && leadIds.includes(id);
  },
  ogp: ({ ogpValues }, code) => ogpValues.includes(code),
  sdg: ({ sdgs }, code) => sdgs.includes(code),
  year: ({ timeframe: { startDate, endDate } }, year) =>
    startDate !== null && endDate !== null && startDate <= `${year}-12-31` && endDate >= `${year}-01-01`,
  overdue: ({ isOverdue }, value) => String(isOverdue) === value,
};

/** Case folding of a search: Georgian capitals equal their letters, and so do composed ones. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The searched text, in all languages. */
function searchedText({ title, code, leadIds }: Commitment, { organisationById }: Overview): string {
  const agencies = leadIds.flatMap((id) => Object.values(organisationById.get(id)?.name ?? {}));
  return folded([...Object.values(title), code, ...agencies].filter(Boolean).join('\n'));
}

const searchedTexts = new WeakMap<Overview, ReadonlyMap<Commitment, string>>();

/** The same of all commitments, cached: every keystroke searches all of them. */
function searchedTextsOf(overview: Overview): ReadonlyMap<Commitment, string> {
  let texts = searchedTexts.get(overview);
  if (!texts) {
    texts = new Map(overview.commitments.map((one) => [one, searchedText(one, overview)]));
    searchedTexts.set(overview, texts);
  }
  return texts;
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
  language: Language,
): ((one: Commitment, other: Commitment) => number) | null {
  const share = ({ id }: Commitment) => progressOf(overview.milestonesOf.get(id) ?? [])?.share ?? -1;
  switch (sort) {
    case 'plan':
      return null;
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
export function selectCommitments(overview: Overview, query: ListQuery, language: Language): Selection {
  const { search, filters, sort } = query;
  const words = folded(search).split(/\s+/).filter(Boolean);
  const active = (Object.entries(filters) as [FilterName, string | null][]).flatMap(([name, value]) =>
    value === null ? [] : [(commitment: Commitment) => CONDITIONS[name](commitment, value, overview)],
  );
  const texts = words.length > 0 ? searchedTextsOf(overview) : null;
  const matching = overview.commitments.filter((commitment) => {
    if (!active.every((holds) => holds(commitment))) return false;
    const text = texts?.get(commitment);
    return text === undefined || words.every((word) => text.includes(word));
  });
  const compare = comparison(sort, overview, language);
  const found = compare ? [...matching].sort(compare) : matching;
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  return { found, shown: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pageCount };
}
