import type { Overview } from '../content/overview';
import type { Commitment } from '../content/records';
import type { FilterName, ListQuery } from './list-query';
import { organisationsNamed } from './named-organisations';

/** Maximum ids in an address; a search result can be selected by ids only. */
export const MAX_IDS = 100;

const filter = (column: string, operator: string, value: string): [string, string] => [
  `filters[${column}][${operator}]`,
  value,
];

/** Whoever is called so: one organisation, or several. */
const ofOrganisations = (column: string, text: string, overview: Overview): [string, string][] => {
  const [first, ...others] = organisationsNamed(text, overview);
  if (first === undefined) return [filter(column, '$eq', text)];
  return others.length === 0
    ? [filter(column, '$eq', first)]
    : [first, ...others].map((id) => filter(column, '$in', id));
};

/** The dataset's filter for each filter of the list. */
function datasetFilters(name: FilterName, value: string, overview: Overview): [string, string][] {
  const idOf = (items: readonly { id: string; slug: string | null }[]): string =>
    items.find(({ slug }) => slug === value)?.id ?? value;
  switch (name) {
    case 'plan':
      return [filter('action_plan_id', '$eq', idOf(overview.plans))];
    case 'status':
      return [filter('implementation_status', '$eq', value)];
    case 'assessment':
      return [filter('assessment', '$eq', value)];
    case 'agency':
      return ofOrganisations('lead_agency_ids', value, overview);
    case 'partner':
      return ofOrganisations('partner_ids', value, overview);
    case 'area':
      return [filter('themes', '$eq', `policy-area:${value}`)];
    case 'percent':
      return [filter('progress_percent', '$gte', value)];
    case 'ogp':
      return [filter('ogp_values', '$eq', value)];
    case 'sdg':
      return [filter('sdgs', '$eq', value)];
    case 'year':
      return [filter('start_date', '$lte', `${value}-12-31`), filter('end_date', '$gte', `${value}-01-01`)];
    case 'overdue':
      return [filter('overdue', '$eq', value)];
  }
}

/**
 * Open-data parameters for exactly the list's result; null where none exist: an empty search result, or one with
 * too many ids.
 */
export function downloadParameters(
  { search, filters }: ListQuery,
  found: readonly Commitment[],
  overview: Overview,
): string | null {
  if (found.length === 0) return null;
  const parameters = new URLSearchParams();
  if (search !== '') {
    if (found.length > MAX_IDS) return null;
    for (const { id } of found) parameters.append('filters[id][$in]', id);
    return parameters.toString();
  }
  for (const [name, value] of Object.entries(filters) as [FilterName, string | null][]) {
    if (value === null) continue;
    for (const [parameter, wanted] of datasetFilters(name, value, overview)) {
      parameters.append(parameter, wanted);
    }
  }
  return parameters.toString();
}
