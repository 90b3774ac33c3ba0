import { concerns, periodsOf } from './reporting-periods';

const period = (
  kind: string,
  year: number | null,
  start: string | null = null,
  end: string | null = null,
) => ({
  period: { kind, year, start, end },
});
const during = (startDate: string | null, endDate: string | null) => ({
  startDate,
  startPrecision: startDate && 'month',
  endDate,
  endPrecision: endDate && 'month',
  note: {},
});

describe('reporting periods', () => {
  it('are each there once, the latest first; reports without one have none', () => {
    const found = periodsOf([
      period('annual', 2023),
      { period: null },
      period('semi-annual', 2024, '2024-01-01', '2024-06-30'),
      period('annual', 2024),
      period('annual', 2023),
      period('final', null),
    ]);
    expect(found.map(({ period: { kind, year } }) => [kind, year])).toEqual([
      ['annual', 2024],
      ['semi-annual', 2024],
      ['annual', 2023],
      ['final', null],
    ]);
  });

  it('concern what has a day in common with them, to the last day a month may mean', () => {
    const [annual] = periodsOf([period('annual', 2024)]);
    const [quarter] = periodsOf([period('quarterly', 2024, '2024-04-01', '2024-06-30')]);
    expect(concerns(annual!, during('2024-12-01', null))).toBe(true);
    expect(concerns(annual!, during('2025-01-01', null))).toBe(false);
    expect(concerns(annual!, during(null, '2023-12-01'))).toBe(false);
    expect(concerns(quarter!, during(null, '2024-04-01'))).toBe(true);
    expect(concerns(quarter!, during(null, '2024-03-01'))).toBe(false);
    expect(concerns(quarter!, during(null, null))).toBe(true);
  });
});
