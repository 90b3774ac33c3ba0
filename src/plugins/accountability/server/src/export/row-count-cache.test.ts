import { RowCountCache } from './row-count-cache';
import type { ExportJob } from './worker/export-job';

const job = (text: string, today = '2026-01-01') =>
  ({ count: { text, values: [] }, today }) as unknown as ExportJob;
const head = (total: number) => ({ total, sequence: 7, modified: 0 });

describe('the memory of numbers of rows', () => {
  it('gives a number once: whoever finds it right puts it back', () => {
    const totals = new RowCountCache();
    totals.put(job('all'), head(3));
    expect(totals.take(job('all'))).toEqual({ total: 3, sequence: 7 });
    expect(totals.take(job('all'))).toBeUndefined();
  });

  it('distinguishes queries and days', () => {
    const totals = new RowCountCache();
    totals.put(job('all'), head(3));
    expect(totals.take(job('some'))).toBeUndefined();
    expect(totals.take(job('all', '2026-01-02'))).toBeUndefined();
  });

  it('is bounded', () => {
    const totals = new RowCountCache();
    for (let number = 0; number <= 200; number += 1) totals.put(job(String(number)), head(number));
    expect(totals.take(job('0'))).toBeUndefined();
    expect(totals.take(job('200'))).toMatchObject({ total: 200 });
  });
});
