import type { Core } from '@strapi/strapi';
import type { ExportHead, ExportJob } from './worker/export-job';

/** The number of rows a question had when the change log had come to a number. */
export type CountedRows = Pick<ExportHead, 'sequence' | 'total'>;

const REMEMBERED = 200;

/**
 * Numbers of rows that were counted before: counting takes longer than all else before the first byte. A number holds
 * until the change log tells of something new, which may tell the difference too. It is not remembered of a file that
 * broke off, as one does whose number somebody made wrong past the change log.
 */
export class RowCountCache {
  private readonly totals = new Map<string, CountedRows>();

  /** Takes the number out; whoever finds it right puts it back. */
  take(job: ExportJob): CountedRows | undefined {
    const key = keyOf(job);
    const total = this.totals.get(key);
    this.totals.delete(key);
    return total;
  }

  put(job: ExportJob, { sequence, total }: ExportHead): void {
    this.totals.set(keyOf(job), { sequence, total });
    if (this.totals.size > REMEMBERED) {
      const [oldest] = this.totals.keys();
      this.totals.delete(oldest as string);
    }
  }
}

// What is overdue depends on the day, and so may a filter.
const keyOf = ({ count, today }: ExportJob): string => JSON.stringify([count.text, count.values, today]);

const known = new WeakMap<Core.Strapi, RowCountCache>();

/** The application's memory of them. */
export function knownTotals(strapi: Core.Strapi): RowCountCache {
  let totals = known.get(strapi);
  if (!totals) {
    totals = new RowCountCache();
    known.set(strapi, totals);
  }
  return totals;
}
