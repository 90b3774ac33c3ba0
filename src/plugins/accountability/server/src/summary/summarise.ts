import type { SummaryTable } from './config';
import type { Count } from './count';
import type { Labels } from './labels';

/** A table in the response; `null` is the value of documents without one. */
export interface SummaryView {
  readonly name: string;
  readonly label: string;
  /**
   * Total of public documents. With lists a document may be counted in several cells, whose sum may then be larger.
   */
  readonly total: number;
  readonly dimensions: readonly { readonly name: string; readonly label: string }[];
  readonly counts: readonly Record<string, unknown>[];
}

/**
 * Sorts counts for charts, with labels. Vocabularies are in their own order and, as the only dimension, complete;
 * other values are sorted by code; null comes last. Pure.
 */
export function summarise(
  { name, labels, by }: SummaryTable,
  total: number,
  counts: readonly Count[],
  meanings: readonly Labels[],
  locale: string,
): SummaryView {
  const [first] = by;
  const isVocabulary = by.length === 1 && first?.column.values !== undefined;
  const missing = isVocabulary
    ? first.column.values
        .filter(({ value }) => !counts.some(({ values }) => values[0] === value))
        .map(({ value }): Count => ({ values: [value], count: 0 }))
    : [];
  const rank = (value: string | null, index: number): [number, string] => {
    if (value === null) return [Number.MAX_SAFE_INTEGER, ''];
    const known = by[index]?.column.values?.findIndex((entry) => entry.value === value) ?? -1;
    return [known < 0 ? Number.MAX_SAFE_INTEGER - 1 : known, value];
  };
  const compare = (one: Count, other: Count): number => {
    for (const index of by.keys()) {
      const [a, b] = [rank(one.values[index] ?? null, index), rank(other.values[index] ?? null, index)];
      if (a[0] !== b[0]) return a[0] - b[0];
      if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
    }
    return 0;
  };
  return {
    name,
    label: labels[locale] ?? name,
    total,
    dimensions: by.map(({ column }) => ({ name: column.name, label: column.labels[locale] ?? column.name })),
    counts: (by.length === 0 ? [] : [...counts, ...missing]).sort(compare).map(({ values, count }) => ({
      ...Object.fromEntries(
        by.map(({ column }, index) => {
          const value = values[index] ?? null;
          return [
            column.name,
            value === null ? null : { value, label: meanings[index]?.get(value) ?? value },
          ];
        }),
      ),
      count,
    })),
  };
}
