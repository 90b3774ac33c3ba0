import type { Snapshot } from './connection';
import { readHead } from './head';

const COUNT = { text: 'count', values: [] };
const CHANGE = { text: 'change', values: [] };
const DIFFERENCE = { text: 'difference' };

/** A database whose latest change has number 12; five documents, two more than at change 10. */
function database() {
  const asked: unknown[] = [];
  const answers: Record<string, unknown[][]> = {
    count: [[5]],
    change: [[12, 1000]],
    difference: [[2]],
  };
  const snapshot = {
    async query(text: string, values: readonly unknown[]) {
      asked.push([text, ...values]);
      return answers[text];
    },
  } as unknown as Snapshot;
  return { snapshot, asked };
}

describe('readHead', () => {
  it('counts where nothing is known', async () => {
    const { snapshot, asked } = database();
    const head = await readHead(snapshot, { count: COUNT, change: CHANGE, difference: DIFFERENCE });
    expect(head).toEqual({ total: 5, sequence: 12, modified: 1000 });
    expect(asked).toEqual([['change'], ['count']]);
  });

  it('asks for no number it knows already', async () => {
    const { snapshot, asked } = database();
    const known = { sequence: 12, total: 5 };
    const head = await readHead(snapshot, { count: COUNT, change: CHANGE, difference: null, known });
    expect(head.total).toBe(5);
    expect(asked).toEqual([['change']]);
  });

  it('adds what has changed since to an older number', async () => {
    const { snapshot, asked } = database();
    const known = { sequence: 10, total: 3 };
    const head = await readHead(snapshot, { count: COUNT, change: CHANGE, difference: DIFFERENCE, known });
    expect(head).toEqual({ total: 5, sequence: 12, modified: 1000 });
    expect(asked).toEqual([['change'], ['difference', 10]]);
  });

  it('counts where the change log has no answer, and where it was begun again', async () => {
    const older = { sequence: 10, total: 3 };
    const later = { sequence: 40, total: 3 };
    for (const job of [
      { known: older, difference: null },
      { known: later, difference: DIFFERENCE },
    ]) {
      const { snapshot, asked } = database();
      const head = await readHead(snapshot, { count: COUNT, change: CHANGE, ...job });
      expect(head.total).toBe(5);
      expect(asked).toEqual([['change'], ['count']]);
    }
  });
});
