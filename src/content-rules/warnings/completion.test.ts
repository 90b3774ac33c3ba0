import { completedAfterEnd, completedBeforeStart, completedWithoutResult } from './completion';

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

it.each([
  ['completed', [], ['completed-without-result']],
  ['completed', [null, ' '], ['completed-without-result']],
  ['completed', [null, 'The portal runs'], []],
  ['in-progress', [], []],
  [undefined, [], []],
])('completedWithoutResult for %s with %j', (status, results, expected) => {
  expect(codes(completedWithoutResult(status, results))).toEqual(expected);
});

it.each([
  ['completed', '2020-02-01', ['completed-before-start']],
  ['completed', '2020-01-15', []],
  ['in-progress', '2020-02-01', []],
  ['completed', null, []],
])('completedBeforeStart for %s, start %s', (status, startDate, expected) => {
  expect(codes(completedBeforeStart(status, { startDate }, '2020-01-15'))).toEqual(expected);
});

describe('completedAfterEnd', () => {
  const timeframe = { endDate: '2019-03-01', endPrecision: 'month' as const };
  const report = (implementationStatus: string, year: number) => ({
    implementationStatus,
    period: { kind: 'annual', year },
  });

  it('finds a completion first reported for a later period', () => {
    const reports = [report('completed', 2021), report('in-progress', 2019), report('completed', 2020)];
    expect(completedAfterEnd('completed', timeframe, reports)).toEqual([
      {
        code: 'completed-after-end',
        path: ['timeframe', 'endDate'],
        values: {
          periodStart: { date: '2020-01-01', precision: 'day' },
          end: { date: '2019-03-01', precision: 'month' },
        },
      },
    ]);
  });

  it.each([
    ['reported in time', 'completed', timeframe, [report('completed', 2019), report('completed', 2020)]],
    ['not reported', 'completed', timeframe, [report('in-progress', 2020)]],
    ['not completed any more', 'in-progress', timeframe, [report('completed', 2020)]],
    ['without an end', 'completed', null, [report('completed', 2020)]],
    [
      'of a period nobody knows',
      'completed',
      timeframe,
      [{ implementationStatus: 'completed', period: null }],
    ],
  ])('finds nothing in one %s', (_, status, frame, reports) => {
    expect(completedAfterEnd(status, frame, reports)).toEqual([]);
  });
});
