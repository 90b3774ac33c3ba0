import { Groups } from './groups';

describe('Groups', () => {
  const groups = new Groups([3, 3, 3, 7, 9, 9]);

  it.each([
    [3, 0, 3],
    [7, 3, 4],
    [9, 4, 6],
    [1, 0, 0],
    [8, 0, 0],
    [10, 0, 0],
  ])('gives row %i the items from %i to %i', (row, from, to) => {
    groups.select(row);
    expect([groups.from, groups.to]).toEqual([from, to]);
  });

  it('tells a row asked for again from another', () => {
    expect([groups.select(7), groups.select(7), groups.select(3)]).toEqual([true, false, true]);
  });

  it('has nothing for anyone when there is nothing', () => {
    const none = new Groups([]);
    none.select(1);
    expect([none.from, none.to]).toEqual([0, 0]);
  });
});
