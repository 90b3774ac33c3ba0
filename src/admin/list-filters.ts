import { InputRenderer } from '@strapi/strapi/admin';

import { DateFilterInput } from 'strapi-plugin-accountability/strapi-admin';
import { uidOf } from './words';

interface ListFilter {
  readonly name: string;
  readonly type: string;
  readonly label: string | { readonly id: string; readonly defaultMessage: string };
  readonly options?: readonly unknown[];
  readonly input?: unknown;
}

interface FiltersPayload {
  readonly displayedFilters: readonly ListFilter[];
  readonly layout: { readonly settings: { readonly displayName?: string } };
}

const inputOf = ({ type, options }: ListFilter): unknown => {
  if (type === 'date') return DateFilterInput;
  return type === 'enumeration' && options ? InputRenderer : undefined;
};

/**
 * Labels of a list's filters: Strapi has one label per field for all languages, and shows the code of an
 * enumeration's value where the filter has no input of its own.
 */
export const filtersInWords = ({ displayedFilters, layout }: FiltersPayload): FiltersPayload => ({
  layout,
  displayedFilters: displayedFilters.map((filter) => ({
    ...filter,
    label:
      typeof filter.label === 'string'
        ? {
            id: `content-manager.content-types.${uidOf(layout.settings.displayName)}.${filter.name}`,
            defaultMessage: filter.label,
          }
        : filter.label,
    input: filter.input ?? inputOf(filter),
  })),
});
