import type { Issue } from '../issue';
import type { EntryRule } from '../rule';
import { isWebAddress } from '../web-address';

/**
 * The fields are empty or contain web addresses.
 * @param fields attribute names, or `component[].attribute` for each item of a repeatable component
 */
export function webAddresses(...fields: string[]): EntryRule {
  return ({ entry }) =>
    fields.flatMap((field): Issue[] => {
      const [list, attribute] = field.split('[].') as [string, string | undefined];
      const found: { path: (string | number)[]; value: unknown }[] = attribute
        ? ((entry[list] as Record<string, unknown>[] | null | undefined) ?? []).map((item, index) => ({
            path: [list, index, attribute],
            value: item[attribute],
          }))
        : [{ path: [field], value: entry[field] }];
      return found
        .filter(({ value }) => typeof value === 'string' && value !== '' && !isWebAddress(value))
        .map(({ path, value }) => ({ path, code: 'web-address', values: { value: String(value) } }));
    });
}
