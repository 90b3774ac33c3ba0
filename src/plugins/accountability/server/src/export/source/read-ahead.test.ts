import { readAhead, withFirst } from './read-ahead';

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

describe('withFirst', () => {
  it('makes the first item at once and gives all of them', async () => {
    const log: string[] = [];
    const items = await withFirst(numbers(log));
    expect(log).toEqual(['make 1']);
    const seen: number[] = [];
    for await (const number of items) seen.push(number);
    expect(seen).toEqual([1, 2, 3]);
    expect(log.at(-1)).toBe('closed');
  });

  it('fails where the first item cannot be made, and later where a later one cannot', async () => {
    async function* nothing(): AsyncGenerator<number> {
      throw new Error('no item');
    }
    await expect(withFirst(nothing())).rejects.toThrow('no item');
    const items = await withFirst(numbers([], true));
    const read = async () => {
      for await (const number of items) expect(number).toBeLessThan(4);
    };
    await expect(read()).rejects.toThrow('broken');
  });

  it('gives nothing of nothing, and ends the source when it is ended early', async () => {
    async function* none(): AsyncGenerator<number> {
      // No item.
    }
    for await (const number of await withFirst(none())) throw new Error(`There is ${number}`);
    const log: string[] = [];
    for await (const number of await withFirst(numbers(log))) if (number === 1) break;
    expect(log.at(-1)).toBe('closed');
  });
});
