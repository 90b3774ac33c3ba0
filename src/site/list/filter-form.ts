import { assessments, implementationStatuses } from '../../accountability/vocabularies';
import { pagePath } from '../addresses';
import type { Overview } from '../content/overview';
import { html, type Html } from '../html/html';
import { DEFAULT_LANGUAGE } from '../languages';
import { labelOf } from '../parts/labels';
import { titleText } from '../parts/told';
import type { ContentFrame } from '../page';
import { isNarrowed, SORTS, type FilterName, type ListQuery, type Sort } from './list-query';

type Option = readonly [value: string, label: string];

/** Every year of the commitments' time frames, latest first. */
function yearsOf({ commitments }: Overview): Option[] {
  const years = new Set<number>();
  for (const {
    timeframe: { startDate, endDate },
  } of commitments) {
    if (startDate === null || endDate === null) continue;
    const last = Number(endDate.slice(0, 4));
    // A mistyped year must not make a list of thousands.
    for (let year = Number(startDate.slice(0, 4)); year <= last && years.size < 100; year += 1)
      years.add(year);
  }
  return [...years].sort((one, other) => other - one).map((year) => [String(year), String(year)]);
}

/** Every organisation that leads a commitment, by name. */
function agenciesOf(frame: ContentFrame): Option[] {
  const { overview, language } = frame;
  const leads = new Set<string>();
  for (const { leadIds } of overview.commitments) for (const id of leadIds) leads.add(id);
  return overview.organisations
    .flatMap(({ id, slug, name: label }): Option[] =>
      slug !== null && leads.has(id) ? [[slug, titleText(label, frame)]] : [],
    )
    .sort(([, one], [, other]) => one.localeCompare(other, language));
}

function optionsOf(name: FilterName, frame: ContentFrame): readonly Option[] {
  const { overview, language, words } = frame;
  const themes = (scheme: string): Option[] =>
    overview.themes
      .filter((theme) => theme.scheme === scheme)
      .map(({ code, name: label }) => [code, titleText(label, frame)]);
  switch (name) {
    case 'plan':
      return overview.plans.flatMap(({ slug, title }) =>
        slug === null ? [] : [[slug, titleText(title, frame)] as const],
      );
    case 'status':
      return implementationStatuses.map(({ value }) => [
        value,
        labelOf(implementationStatuses, value, language),
      ]);
    case 'assessment':
      return assessments.map(({ value }) => [value, labelOf(assessments, value, language)]);
    case 'agency':
      return agenciesOf(frame);
    case 'ogp':
      return themes('ogp-value');
    case 'sdg':
      return themes('sdg');
    case 'year':
      return yearsOf(overview);
    case 'overdue':
      return [
        ['true', words.yes],
        ['false', words.no],
      ];
  }
}

const choice = (name: string, label: string, options: readonly Option[], chosen: string | null): Html =>
  html`<p class="field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === (chosen ?? '') && html`selected`}>${text}</option>`,
      )}
    </select>
  </p>`;

/** The form of the list: a plain GET form. */
export function filterForm(query: ListQuery, frame: ContentFrame): Html {
  const { words, language } = frame;
  const labels: Readonly<Record<FilterName, string>> = {
    plan: words.plan,
    status: words.status,
    assessment: words.assessment,
    agency: words.agency,
    ogp: words.ogp,
    sdg: words.sdg,
    year: words.year,
    overdue: words.overdueOnly,
  };
  const sorts: Readonly<Record<Sort, string>> = {
    plan: words.sortPlan,
    title: words.sortTitle,
    end: words.sortEnd,
    '-end': words.sortEndLast,
    '-updated': words.sortUpdated,
    progress: words.sortProgress,
  };
  // Collapsed on narrow screens, unless a filter is set.
  const isOpen = query.sort !== SORTS[0] || Object.values(query.filters).some((value) => value !== null);
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
      ${(Object.keys(labels) as FilterName[]).map((name) =>
        choice(name, labels[name], [['', words.any], ...optionsOf(name, frame)], query.filters[name]),
      )}
      ${choice(
        'sort',
        words.sort,
        SORTS.map((sort, index) => [index === 0 ? '' : sort, sorts[sort]]),
        query.sort === SORTS[0] ? '' : query.sort,
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
