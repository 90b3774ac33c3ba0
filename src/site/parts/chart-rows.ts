import { groupedBy } from '../content/overview';
import type { Counted, SummaryTable } from '../content/summary';

/** A row of a chart: its values, and the number of each status. */
export interface ChartRow {
  readonly label: string;
  /** The empty text is the key of documents without a status. */
  readonly counts: readonly (readonly [status: string, count: number])[];
  readonly total: number;
}

const STATUS = 'implementation_status';

/**
 * Rows of a chart from a table of counts, in the table's order: all dimensions but the status identify a row. Pure.
 * @param labelOf label of a row
 */
export function chartRows(
  { dimensions, counts }: SummaryTable,
  labelOf: (values: readonly (Counted | null)[]) => string,
): ChartRow[] {
  const names = dimensions.map(({ name }) => name).filter((name) => name !== STATUS);
  const valuesOf = (entry: SummaryTable['counts'][number]) =>
    names.map((name) => entry[name] as Counted | null);
  return [...groupedBy(counts, (entry) => labelOf(valuesOf(entry)))].map(([label, entries]) => {
    const byStatus = new Map<string, number>();
    for (const entry of entries) {
      const status = (entry[STATUS] as Counted | null | undefined)?.value ?? '';
      byStatus.set(status, (byStatus.get(status) ?? 0) + entry.count);
    }
    return { label, counts: [...byStatus], total: entries.reduce((sum, { count }) => sum + count, 0) };
  });
}
