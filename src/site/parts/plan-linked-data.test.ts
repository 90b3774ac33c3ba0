import { wordsOf } from '../words/words';
import { planLinkedData } from './plan-linked-data';

describe('a plan in the terms of schema.org', () => {
  const datesOf = (startPrecision: string | null, endPrecision: string | null, day = '2026-11-03') => {
    const timeframe = { startDate: day, startPrecision, endDate: day, endPrecision, note: {} };
    const plan = {
      id: 'p1',
      title: { en: 'Plan' },
      description: {},
      jurisdiction: {},
      sourceUrl: null,
      timeframe,
    };
    const frame = { base: 'https://site.example', language: 'en', words: wordsOf('en') };
    const { startDate, endDate } = planLinkedData(plan as never, 'plan', frame as never);
    return [startDate, endDate];
  };

  it.each([
    ['day', ['2026-11-03', '2026-11-03']],
    ['month', ['2026-11', '2026-11']],
    ['quarter', ['2026-10', '2026-12']],
    ['season', ['2026-09', '2026-11']],
    ['year', ['2026', '2026']],
    [null, ['2026-11-03', '2026-11-03']],
    ['none', [undefined, undefined]],
  ])('has dates as exact as they are known: %s', (precision, expected) => {
    expect(datesOf(precision, precision)).toEqual(expected);
  });
});
