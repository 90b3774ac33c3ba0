import type { SelectionColumn, SelectionType } from './contract';

/** Filters of a list, as in its URL. */
export interface ListQuery {
  readonly _q?: string;
  readonly overdue?: string;
  readonly filters?: { readonly $and?: readonly Readonly<Record<string, unknown>>[] };
  readonly plugins?: { readonly i18n?: { readonly locale?: string } };
}

/** Parameters of an export, in their order. */
export type Parameters = readonly (readonly [name: string, value: string])[];

export interface ListSelection {
  readonly parameters: Parameters;
  /** Attributes of filters that an export does not support; `_q` is the search. */
  readonly omitted: readonly string[];
}

/** Parameters that select documents. */
export const documentsSelection = (
  { key }: Pick<SelectionType, 'key'>,
  documentIds: readonly string[],
): Parameters => documentIds.map((id) => [`filters[${key}][$in]`, id] as const);

/** Translates the filters of a list to those of an export. Unsupported ones are reported, not ignored. */
export function listSelection({ columns }: Pick<SelectionType, 'columns'>, query: ListQuery): ListSelection {
  const parameters: (readonly [string, string])[] = [];
  const omitted = new Set<string>();
  const said = new Set<string>();
  const say = (column: SelectionColumn | undefined, operator: string, value: unknown, attribute: string) => {
    const values = Array.isArray(value) ? value : [value];
    const name = `filters[${column?.name}][${operator}]`;
    const fits =
      column?.operators.includes(operator) &&
      !said.has(name) &&
      values.every((one) => typeof one === 'string') &&
      (operator === '$in' || values.length === 1);
    if (!fits) {
      omitted.add(attribute);
      return;
    }
    said.add(name);
    parameters.push(...(values as string[]).map((one) => [name, one] as const));
  };

  const locale = query.plugins?.i18n?.locale;
  const columnOf = (attribute: string) =>
    columns.find(
      (column) =>
        column.attribute === attribute &&
        !column.isOverdue &&
        (column.locale === null || locale === undefined || column.locale === locale),
    );
  for (const condition of query.filters?.$and ?? []) {
    for (const [attribute, operators] of Object.entries(condition)) {
      const entries = Object.entries((operators ?? {}) as Record<string, unknown>);
      for (const [operator, value] of entries) say(columnOf(attribute), operator, value, attribute);
    }
  }
  if (query.overdue === 'true') {
    say(
      columns.find(({ isOverdue }) => isOverdue),
      '$eq',
      'true',
      'overdue',
    );
  }
  if (query._q) omitted.add('_q');
  return { parameters, omitted: [...omitted] };
}

/** Address of an export below that of open data. */
export const exportFile = (dataset: string, format: string, parameters: Parameters): string => {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return `${dataset}.${format}${search ? `?${search}` : ''}`;
};
