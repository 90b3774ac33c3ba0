import fc from 'fast-check';
import { firstDayOf, monthOf, stepsOf, type StatusMove } from './known-states';
import { ALL_PLANS, ProgressIndex } from './progress-index';
import { MAX_PERIODS, numbersSince, statesByPeriod } from './progress-series';

const move = (
  version: number,
  status: string,
  at: string,
  asOf: string | null = null,
  precision = 'day',
) => ({
  id: `${version}`,
  commitmentId: 'c',
  version,
  status,
  at: at.includes('T') ? at : `${at}T12:00:00Z`,
  asOf,
  asOfPrecision: asOf && precision,
});

const described = (moves: readonly StatusMove[], timeZone = 'UTC'): string[] =>
  stepsOf(moves, timeZone).map(({ month, status }) => `${firstDayOf(month).slice(0, 7)} ${status}`);

const statuses = ['not-started', 'in-progress', 'completed', 'withdrawn'];
const day = fc.integer({ min: monthOf('2019-01-01'), max: monthOf('2026-12-01') }).map(firstDayOf);
const history = fc
  .array(
    fc.record({
      status: fc.constantFrom(...statuses),
      at: day,
      asOf: fc.option(day),
      precision: fc.constantFrom('day', 'month', 'quarter', 'year', 'none'),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ status, at, asOf, precision }, index) => move(index, status, at, asOf, precision)),
  );

describe('statuses of a commitment by month', () => {
  it('count from the last day that a date may mean, and not after its record', () => {
    expect(
      described([
        move(1, 'in-progress', '2020-02-03'),
        move(2, 'completed', '2024-01-01', '2021-01-01', 'year'),
      ]),
    ).toEqual(['2020-02 in-progress', '2021-12 completed']);
    expect(described([move(1, 'completed', '2021-03-04', '2021-01-01', 'year')])).toEqual([
      '2021-03 completed',
    ]);
    expect(described([move(1, 'completed', '2021-03-04', '2021-01-01', 'none')])).toEqual([
      '2021-03 completed',
    ]);
  });

  it('belong to the month at the site', () => {
    const late = [move(1, 'completed', '2021-03-31T22:00:00Z')];
    expect([described(late), described(late, 'Asia/Tbilisi')]).toEqual([
      ['2021-03 completed'],
      ['2021-04 completed'],
    ]);
  });

  it('are replaced by what was recorded later of the same time', () => {
    expect(
      described([
        move(2, 'completed', '2022-05-01', '2019-06-01', 'month'),
        move(1, 'in-progress', '2020-02-03'),
        move(0, 'not-started', '2019-01-03'),
      ]),
    ).toEqual(['2019-01 not-started', '2019-06 completed']);
  });

  it('rise, differ from one to the next, and end with the latest record, whatever the records', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const steps = stepsOf(moves, 'UTC');
        expect(steps.at(-1)?.status).toBe(moves.at(-1)?.status);
        for (const [index, { month, status }] of steps.entries()) {
          const next = steps[index + 1];
          if (!next) continue;
          expect(next.month).toBeGreaterThan(month);
          expect(next.status).not.toBe(status);
        }
      }),
    );
  });
});

describe('progress over time', () => {
  const until = monthOf('2027-01-01');
  const documents = fc.array(fc.record({ planId: fc.constantFrom(null, 'p', 'q'), history }), {
    maxLength: 6,
  });
  const indexed = (all: readonly { planId: string | null; history: StatusMove[] }[]): ProgressIndex => {
    const index = new ProgressIndex('UTC');
    for (const [number, { planId, history: moves }] of all.entries()) {
      const id = `c${number}`;
      index.add({ id, planId });
      index.setHistory(
        [id],
        moves.map((one) => ({ ...one, commitmentId: id })),
      );
    }
    return index;
  };

  it('counts every commitment of a plan once, at the end of each period', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('p', '', ALL_PLANS), (all, key) => {
        const members = all.filter(({ planId }) => key === ALL_PLANS || (planId ?? '') === key);
        for (const { month, precision, counts } of statesByPeriod(indexed(all).of(key), until)) {
          const length = { month: 1, quarter: 3, year: 12 }[precision];
          const expected = new Map<string, number>();
          for (const { history: moves } of members) {
            const state = stepsOf(moves, 'UTC')
              .filter((step) => step.month < month + length)
              .at(-1)?.status;
            if (state !== undefined) expected.set(state, (expected.get(state) ?? 0) + 1);
          }
          expect([...counts].sort()).toEqual([...expected].sort());
        }
      }),
    );
  });

  it('has periods without gaps that end now, as many as have room', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const periods = statesByPeriod(indexed(all).of(ALL_PLANS), until);
        const isRecorded = all.some(({ history: moves }) => moves.length > 0);
        expect(periods.length > 0).toBe(isRecorded);
        expect(periods.length).toBeLessThanOrEqual(MAX_PERIODS);
        if (!isRecorded) return;
        const length = { month: 1, quarter: 3, year: 12 }[periods[0]!.precision];
        expect(periods.at(-1)!.month).toBe(Math.floor(until / length) * length);
        for (const [index, { month }] of periods.entries())
          expect(month).toBe(periods[0]!.month + index * length);
      }),
    );
  });

  it('keeps nothing of commitments that are gone, in whatever order they change', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const index = indexed(before);
        for (const [number] of before.entries()) index.setHistory([`c${number}`], []);
        for (const [number] of before.entries()) index.remove(`c${number}`);
        expect([index.of('p').size, index.of('').size, index.of(ALL_PLANS).size]).toEqual([0, 0, 0]);
        const rebuilt = indexed(after);
        for (const [number, { planId, history: moves }] of after.entries()) {
          const id = `c${number}`;
          index.setHistory(
            [id],
            moves.map((one) => ({ ...one, commitmentId: id })),
          );
          index.add({ id, planId: null });
          index.add({ id, planId });
        }
        expect(statesByPeriod(index.of('p'), until)).toEqual(statesByPeriod(rebuilt.of('p'), until));
      }),
    );
  });

  it('takes quarters for some years and years for decades, the last ones of very many', () => {
    const of = (first: string) =>
      statesByPeriod(new Map([[monthOf(first), new Map([['completed', 2]])]]), monthOf('2026-11-01'));
    expect([of('2026-01-01').length, of('2026-01-01')[0]!.precision]).toEqual([11, 'month']);
    expect([of('2022-02-01').length, of('2022-02-01')[0]!.precision]).toEqual([20, 'quarter']);
    expect([of('2010-02-01').length, of('2010-02-01')[0]!.precision]).toEqual([17, 'year']);
    const ancient = of('0203-01-01');
    expect([ancient.length, firstDayOf(ancient[0]!.month)]).toEqual([MAX_PERIODS, '2003-01-01']);
    expect([...ancient[0]!.counts]).toEqual([['completed', 2]]);
  });

  it('lists the numbers of a status by months since a first one', () => {
    const changes = new Map([
      [10, new Map([['completed', 1]])],
      [12, new Map([['completed', 2]])],
      [13, new Map([['completed', -1]])],
    ]);
    expect(numbersSince(changes, 'completed', 9, 14)).toEqual([0, 1, 1, 3, 2, 2]);
    expect(numbersSince(changes, 'completed', 15, 14)).toEqual([]);
  });
});
