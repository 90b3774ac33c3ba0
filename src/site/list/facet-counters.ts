import type { Commitment } from '../content/records';
import { PERCENTS, type FilterName } from './list-query';

/** Counts commitments by the choices of one filter. */
export interface FacetCounter {
  /** @param by 1 where the commitment comes, -1 where it goes */
  add(commitment: Commitment, by: 1 | -1): void;
  counts(): ReadonlyMap<string, number>;
}

/** A counter of codes or ids: one look-up for each, since there are hundreds of thousands. */
class CodeCounter implements FacetCounter {
  private readonly numbers = new Map<string, { count: number }>();

  constructor(private readonly codesOf: (commitment: Commitment) => readonly string[] | string | null) {}

  add(commitment: Commitment, by: 1 | -1): void {
    const codes = this.codesOf(commitment);
    if (codes === null) return;
    if (typeof codes === 'string') this.addCode(codes, by);
    else for (const code of codes) this.addCode(code, by);
  }

  counts(): ReadonlyMap<string, number> {
    return new Map([...this.numbers].map(([code, { count }]) => [code, count]));
  }

  private addCode(code: string, by: 1 | -1): void {
    const number = this.numbers.get(code);
    if (!number) this.numbers.set(code, { count: by });
    else if ((number.count += by) === 0) this.numbers.delete(code);
  }
}

/** A counter of the years that time frames touch: their beginnings and ends are counted, the years added up at last. */
class YearCounter implements FacetCounter {
  private readonly steps = new Map<number, number>();

  add({ timeframe: { startDate, endDate } }: Commitment, by: 1 | -1): void {
    if (startDate === null || endDate === null || endDate < startDate) return;
    this.step(yearOf(startDate), by);
    this.step(yearOf(endDate) + 1, by === 1 ? -1 : 1);
  }

  counts(): ReadonlyMap<string, number> {
    const years = [...this.steps.keys()].sort((one, other) => one - other);
    const found = new Map<string, number>();
    let running = 0;
    for (const [index, year] of years.entries()) {
      running += this.steps.get(year) ?? 0;
      const next = years[index + 1] ?? year;
      for (let one = year; running > 0 && one < next; one += 1) found.set(String(one), running);
    }
    return found;
  }

  private step(year: number, by: 1 | -1): void {
    this.steps.set(year, (this.steps.get(year) ?? 0) + by);
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

class PercentCounter implements FacetCounter {
  private readonly numbers = PERCENTS.map((least) => ({ least, from: Number(least), count: 0 }));

  add({ progressPercent }: Commitment, by: 1 | -1): void {
    if (progressPercent === null) return;
    for (const number of this.numbers) if (progressPercent >= number.from) number.count += by;
  }

  counts(): ReadonlyMap<string, number> {
    return new Map(this.numbers.map(({ least, count }) => [least, count]));
  }
}

/** Counters of the choices of all filters. */
export type FacetCounters = Readonly<Record<FilterName, FacetCounter>>;

/** A counter for each filter; plans and organisations are counted by id. */
export const newCounters = (): FacetCounters => ({
  plan: new CodeCounter(({ planId }) => planId),
  status: new CodeCounter(({ status }) => status),
  assessment: new CodeCounter(({ assessment }) => assessment),
  agency: new CodeCounter(({ leadIds }) => leadIds),
  partner: new CodeCounter(({ partnerIds }) => partnerIds),
  area: new CodeCounter(({ policyAreas }) => policyAreas),
  ogp: new CodeCounter(({ ogpValues }) => ogpValues),
  sdg: new CodeCounter(({ sdgs }) => sdgs),
  year: new YearCounter(),
  percent: new PercentCounter(),
  overdue: new CodeCounter(({ isOverdue }) => (isOverdue ? 'true' : 'false')),
});
