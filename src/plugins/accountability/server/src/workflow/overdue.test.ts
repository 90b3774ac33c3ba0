import fc from 'fast-check';
import { normaliseTimeframe, PRECISIONS, type Timeframe } from '../dates/partial-date';
import { example } from './example-workflow.test-support';
import { isOverdue, overdueFilter } from './overdue';

describe('isOverdue', () => {
  it.each([
    ['2026-11-23', 'day', true],
    ['2026-11-24', 'day', false],
    ['2026-10-01', 'month', true],
    ['2026-11-01', 'month', false],
    ['2026-07-01', 'quarter', true],
    ['2026-10-01', 'quarter', false],
    ['2026-06-01', 'season', true],
    ['2026-09-01', 'season', false],
    ['2025-01-01', 'year', true],
    ['2026-01-01', 'year', false],
    ['2000-01-01', 'none', false],
  ] as const)('an end of %s at %s: %s', (endDate, endPrecision, late) => {
    expect(isOverdue(example, 'open', { endDate, endPrecision }, '2026-11-24')).toBe(late);
    expect(isOverdue(example, 'done', { endDate, endPrecision }, '2026-11-24')).toBe(false);
  });

  it('never without a timeframe or an end', () => {
    expect(isOverdue(example, 'open', null, '2026-11-24')).toBe(false);
    expect(isOverdue(example, 'open', { endDate: null }, '2026-11-24')).toBe(false);
  });
});

type Filter = Record<string, unknown>;

/** Evaluates a Strapi filter on a row; only the operators the filter uses. */
function meets(filter: unknown, value: unknown): boolean {
  if (typeof filter !== 'object' || filter === null) return filter === value;
  return Object.entries(filter as Filter).every(([key, inner]) => {
    switch (key) {
      case '$and':
        return (inner as unknown[]).every((part) => meets(part, value));
      case '$or':
        return (inner as unknown[]).some((part) => meets(part, value));
      case '$in':
        return (inner as unknown[]).includes(value);
      case '$notIn':
        // As in SQL: a comparison with null is not true.
        return value !== null && !(inner as unknown[]).includes(value);
      case '$null':
        return (value === null || value === undefined) === inner;
      case '$lt':
        return typeof value === 'string' && value < (inner as string);
      case '$gte':
        return typeof value === 'string' && value >= (inner as string);
      default:
        return meets(inner, (value as Filter | null)?.[key] ?? null);
    }
  });
}

describe('overdueFilter', () => {
  it('finds just the rows isOverdue calls so, and its opposite all the others', () => {
    const day = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const timeframe = fc
      .record({
        endDate: fc.option(day),
        endPrecision: fc.option(fc.constantFrom(...PRECISIONS)),
      })
      .map((frame) => ({ id: 1, ...normaliseTimeframe(frame as Timeframe) }));
    const row = fc.record({
      status: fc.option(fc.constantFrom('open', 'done', 'dropped')),
      timeframe: fc.option(timeframe),
    });
    fc.assert(
      fc.property(row, day, (one, today) => {
        const late = isOverdue(example, one.status ?? 'open', one.timeframe, today);
        expect(meets(overdueFilter(example, today, true), one)).toBe(late);
        expect(meets(overdueFilter(example, today, false), one)).toBe(!late);
      }),
      { numRuns: 5000 },
    );
  });
});
