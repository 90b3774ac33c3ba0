import { statusPartFilters, statusPartsOf } from './status-parts';

describe('the statuses of commitments', () => {
  it('counts what is overdue once, and apart from its status', () => {
    const commitments = new Map([
      ['not-started', 4],
      ['in-progress', 5],
      ['completed', 3],
      ['withdrawn', 1],
    ]);
    const overdue = new Map([
      ['in-progress', 2],
      ['not-started', 4],
    ]);
    expect(statusPartsOf({ commitments, overdue })).toEqual([
      { key: 'completed', count: 3 },
      { key: 'in-progress', count: 3 },
      { key: 'late', count: 6 },
      { key: 'withdrawn', count: 1 },
    ]);
  });

  it('is nothing without commitments', () => {
    expect(statusPartsOf({ commitments: new Map(), overdue: new Map() })).toEqual([]);
  });

  it('leads to lists with the same numbers', () => {
    expect(statusPartFilters('late')).toEqual({ status: null, overdue: 'true' });
    expect(statusPartFilters('in-progress')).toEqual({ status: 'in-progress', overdue: 'false' });
  });
});
