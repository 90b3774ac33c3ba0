import { orAfter, withTimeout } from './timeout';

describe('the time limit of the database', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('has what comes in time', async () => {
    const work = new Promise((resolve) => setTimeout(() => resolve('page'), 7_900));
    const page = withTimeout(work);
    await jest.advanceTimersByTimeAsync(7_900);
    await expect(page).resolves.toBe('page');
  });

  it('ends when nothing comes', async () => {
    const page = expect(withTimeout(new Promise(() => undefined))).rejects.toThrow('does not answer');
    await jest.advanceTimersByTimeAsync(8_000);
    await page;
  });

  it('reports a failure at once', async () => {
    await expect(withTimeout(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});

describe('what is not waited for any longer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is the result in time, and nothing after it', async () => {
    await expect(orAfter(20, Promise.resolve('page'))).resolves.toBe('page');
    const late = orAfter(20, new Promise((resolve) => setTimeout(() => resolve('page'), 30)));
    await jest.advanceTimersByTimeAsync(20);
    await expect(late).resolves.toBeUndefined();
  });

  it('fails in time, and does not fail the process after it', async () => {
    await expect(orAfter(20, Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    const late = orAfter(20, new Promise((_, reject) => setTimeout(() => reject(new Error('gone')), 30)));
    await jest.advanceTimersByTimeAsync(40);
    await expect(late).resolves.toBeUndefined();
  });
});
