import { chartRows } from './chart-rows';

const value = (code: string) => ({ value: code, label: code.toUpperCase() });
const label = (values: readonly ({ label: string } | null)[]) =>
  values.map((one) => one?.label ?? 'none').join(' ');

describe('the rows of a chart', () => {
  it('hold the statuses of each group, in the order of the counts', () => {
    const table = {
      name: 'reports',
      label: 'Reports',
      dimensions: ['year', 'kind', 'implementation_status'].map((name) => ({ name, label: name })),
      counts: [
        { year: value('2019'), kind: value('a'), implementation_status: value('delayed'), count: 2 },
        { year: value('2019'), kind: value('a'), implementation_status: null, count: 1 },
        { year: value('2020'), kind: null, implementation_status: value('delayed'), count: 4 },
      ],
    };
    expect(chartRows(table as never, label)).toEqual([
      {
        label: '2019 A',
        counts: [
          ['delayed', 2],
          ['', 1],
        ],
        total: 3,
      },
      { label: '2020 none', counts: [['delayed', 4]], total: 4 },
    ]);
  });

  it('add up what is called the same, and have one part where nothing is told of statuses', () => {
    const table = {
      name: 'due',
      label: 'Due',
      dimensions: [{ name: 'end', label: 'End' }],
      counts: [
        { end: value('2019-01'), count: 2 },
        { end: value('2019-01'), count: 3 },
      ],
    };
    expect(chartRows(table as never, label)).toEqual([{ label: '2019-01', counts: [['', 5]], total: 5 }]);
  });
});
