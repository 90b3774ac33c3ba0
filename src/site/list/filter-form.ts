import { assessments, implementationStatuses } from '../../accountability/vocabularies';
import { pagePath } from '../addresses';
import type { Overview } from '../content/overview';
import { html, type Html } from '../html/html';
import { DEFAULT_LANGUAGE, type Language, type Texts } from '../languages';
import { labelOf } from '../parts/labels';
import { titleText } from '../parts/localized-html';
import { selectList, titleChoice } from '../parts/select-list';
import type { ContentFrame } from '../page';
import { fill } from '../words/words';
import { facetsOf } from './facets';
import {
  isNarrowed,
  PERCENTS,
  SORTS,
  usualSort,
  type FilterName,
  type ListQuery,
  type Sort,
} from './list-query';
import type { SearchMatches } from './search-matches';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Of the label, where it may be another one than the page's. */
  readonly language?: Language;
  /** How many commitments it leaves; undefined for an order. */
  readonly count?: number;
}

/** Filters whose choices are too many for a list: they are typed. */
const TYPED: readonly FilterName[] = ['agency', 'partner'];
/** Names that are suggested for them, those with most commitments; others are found by typing as well. */
const MAX_SUGGESTED = 50;

type Counts = ReadonlyMap<string, number>;

/** Every year of the commitments' time frames, latest first. */
const yearsOf = ({ years }: Overview, counts: Counts): Option[] =>
  [...years.keys()]
    .sort((one, other) => other - one)
    .map((year) => ({ value: String(year), label: String(year), count: counts.get(String(year)) ?? 0 }));

function optionsOf(name: FilterName, counts: Counts, frame: ContentFrame): readonly Option[] {
  const { overview, language, words } = frame;
  const option = (value: string, label: string, key = value): Option => ({
    value,
    label,
    count: counts.get(key) ?? 0,
  });
  const titled = (value: string, title: Texts, key = value): Option => {
    const { text: label, language: own } = titleChoice(value, title, frame);
    return { ...option(value, label, key), language: own };
  };
  const themes = (scheme: string): Option[] =>
    overview.themes
      .filter((theme) => theme.scheme === scheme)
      .map(({ code, name: label }) => titled(code, label));
  switch (name) {
    case 'plan':
      return overview.plans.flatMap(({ id, slug, title }) =>
        slug === null ? [] : [titled(slug, title, id)],
      );
    case 'status':
      return implementationStatuses.map(({ value }) =>
        option(value, labelOf(implementationStatuses, value, language)),
      );
    case 'assessment':
      return assessments.map(({ value }) => option(value, labelOf(assessments, value, language)));
    case 'area':
      return themes('policy-area').filter(({ count }) => count);
    case 'ogp':
      return themes('ogp-value');
    case 'sdg':
      return themes('sdg');
    case 'year':
      return yearsOf(overview, counts);
    case 'percent':
      return PERCENTS.map((value) =>
        option(value, fill(language, words.atLeastPercent, { percent: Number(value) })),
      );
    case 'overdue':
      return [option('true', words.yes), option('false', words.no)];
    // Typed, see `TYPED`.
    case 'agency':
    case 'partner':
      return [];
  }
}

const optionText = ({ label, count }: Option, { language, words }: ContentFrame): string =>
  count === undefined ? label : fill(language, words.counted, { label, count });

const choice = (
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | null,
  frame: ContentFrame,
): Html =>
  html`<p class="field">
    <label for="filter-${name}">${label}</label>
    ${selectList(
      { id: `filter-${name}`, name },
      options.map((option) => ({ ...option, text: optionText(option, frame) })),
      chosen,
      frame,
    )}
  </p>`;

/** Organisations with most commitments among the list, for a field in which they are typed. */
function suggested(counts: Counts, frame: ContentFrame): Html[] {
  const { overview } = frame;
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_SUGGESTED)
    .flatMap(([id, count]) => {
      const organisation = overview.organisationById.get(id);
      if (!organisation) return [];
      const label = titleText(organisation.name, frame);
      return [
        html`<option value="${label}" label="${optionText({ value: label, label, count }, frame)}"></option>`,
      ];
    });
}

/** A field in which an organisation is typed: its name, its acronym, or a part of them. */
function typedChoice(
  name: FilterName,
  label: string,
  counts: Counts,
  chosen: string | null,
  frame: ContentFrame,
): Html {
  const organisation = frame.overview.organisationBySlug.get(chosen ?? '');
  const shown = organisation ? titleText(organisation.name, frame) : (chosen ?? '');
  return html`<p class="field">
    <label for="filter-${name}">${label}</label>
    <input
      id="filter-${name}"
      name="${name}"
      list="filter-${name}-names"
      dir="auto"
      placeholder=" "
      maxlength="200"
      autocomplete="off"
      value="${shown}"
    />
    <datalist id="filter-${name}-names">${suggested(counts, frame)}</datalist>
  </p>`;
}

/** The form of the list: a plain GET form. */
export function filterForm(
  query: ListQuery,
  frame: ContentFrame,
  matches: SearchMatches | null = null,
): Html {
  const { words, language } = frame;
  const labels: Readonly<Record<FilterName, string>> = {
    plan: words.plan,
    status: words.status,
    overdue: words.overdueOnly,
    agency: words.agency,
    partner: words.partner,
    area: words.policyArea,
    assessment: words.assessment,
    percent: words.progress,
    ogp: words.ogp,
    sdg: words.sdg,
    year: words.year,
  };
  const facets = facetsOf(frame.overview, query, matches);
  const usual = usualSort(query);
  // The usual order first; there is no relevance without a search.
  const choices = [usual, ...SORTS.filter((sort) => sort !== usual && sort !== 'relevance')];
  const sorts: Readonly<Record<Sort, string>> = {
    plan: words.sortPlan,
    relevance: words.sortRelevance,
    title: words.sortTitle,
    end: words.sortEnd,
    '-end': words.sortEndLast,
    '-updated': words.sortUpdated,
    progress: words.sortProgress,
  };
  // Collapsed on narrow screens, unless a filter is set.
  const isOpen = query.sort !== usual || Object.values(query.filters).some((value) => value !== null);
  return html`<form
    class="filters"
    action="/commitments"
    method="get"
    role="search"
    aria-labelledby="filters"
    data-live="results"
  >
    <h2 id="filters">${words.filters}</h2>
    <p class="field">
      <label for="filter-q">${words.search}</label>
      <input
        id="filter-q"
        name="q"
        type="search"
        dir="auto"
        placeholder=" "
        maxlength="200"
        value="${query.search}"
        aria-describedby="filter-q-hint"
      />
      <small id="filter-q-hint">${words.searchHint}</small>
    </p>
    <details class="more-filters" ${isOpen && html`open`}>
      <summary>${words.moreFilters}</summary>
      ${(Object.keys(labels) as FilterName[]).map((name) => {
        const chosen = query.filters[name];
        if (TYPED.includes(name)) return typedChoice(name, labels[name], facets[name], chosen, frame);
        const options = optionsOf(name, facets[name], frame);
        return options.length === 0
          ? html``
          : choice(name, labels[name], [{ value: '', label: words.any }, ...options], chosen, frame);
      })}
      ${choice(
        'sort',
        words.sort,
        choices.map((sort) => ({ value: sort === usual ? '' : sort, label: sorts[sort] })),
        query.sort === usual ? '' : query.sort,
        frame,
      )}
    </details>
    ${language !== DEFAULT_LANGUAGE && html`<input type="hidden" name="locale" value="${language}" />`}
    <p class="buttons">
      <button type="submit">${words.apply}</button>
      <a class="clear" href="${pagePath('/commitments', language)}" ${!isNarrowed(query) && html`hidden`}
        >${words.clear}</a
      >
    </p>
  </form>`;
}
