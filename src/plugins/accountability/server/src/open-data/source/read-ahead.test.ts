import { readAhead } from './read-ahead';

async function* numbers(log: string[], fails = false) {
  try {
    for (let number = 1; number <= 3; number += 1) {
      log.push(`make ${number}`);
      yield number;
    }
    if (fails) throw new Error('broken');
  } finally {
    log.push('closed');
  }
}

describe('readAhead', () => {
  it('gives the same items, the next one begun before one is worked on', async () => {
    const log: string[] = [];
    for await (const number of readAhead(numbers(log))) log.push(`use ${number}`);
    expect(log.filter((entry) => entry.startsWith('use'))).toEqual(['use 1', 'use 2', 'use 3']);
    expect(log.indexOf('make 2')).toBeLessThan(log.indexOf('use 1'));
  });

  it('passes a failure on after the items before it', async () => {
    const seen: number[] = [];
    const read = async () => {
      for await (const number of readAhead(numbers([], true))) seen.push(number);
    };
    await expect(read()).rejects.toThrow('broken');
    expect(seen).toEqual([1, 2, 3]);
  });

  it('ends the source when it is ended early', async () => {
    const log: string[] = [];
    for await (const number of readAhead(numbers(log))) if (number === 1) break;
    expect(log.at(-1)).toBe('closed');
  });
});
