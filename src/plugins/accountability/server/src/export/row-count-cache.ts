import type { Core } from '@strapi/strapi';
import type { ExportHead, ExportJob } from './worker/export-job';

/** The row count of a query and the number of the change log's latest entry at that time. */
export type CountedRows = Pick<ExportHead, 'sequence' | 'total'>;

const MAX_ENTRIES = 200;

/**
 * Cached row counts: counting takes longer than everything else before the first byte. A count is valid until the
 * change log has a new entry, from which the difference may be computed. It is not cached for a file that failed,
 * as one does whose count became wrong by a direct write to the database.
 */
export class RowCountCache {
  private readonly totals = new Map<string, CountedRows>();

  /** Removes the count from the cache; the caller puts it back once it proves right. */
  take(job: ExportJob): CountedRows | undefined {
    const key = keyOf(job);
    const total = this.totals.get(key);
    this.totals.delete(key);
    return total;
  }

  put(job: ExportJob, { sequence, total }: ExportHead): void {
    this.totals.set(keyOf(job), { sequence, total });
    if (this.totals.size > MAX_ENTRIES) {
      const [oldest] = this.totals.keys();
      this.totals.delete(oldest as string);
    }
  }
}

// `overdue` depends on the day, and so may a filter.
const keyOf = ({ count, today }: ExportJob): string => JSON.stringify([count.text, count.values, today]);

const known = new WeakMap<Core.Strapi, RowCountCache>();

/** The application's cache. */
export function knownTotals(strapi: Core.Strapi): RowCountCache {
  let totals = known.get(strapi);
  if (!totals) {
    totals = new RowCountCache();
    known.set(strapi, totals);
  }
  return totals;
}
