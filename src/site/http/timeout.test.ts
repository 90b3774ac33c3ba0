import { withTimeout } from './timeout';

describe('patience with the database', () => {
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

  it('tells of a failure at once', async () => {
    await expect(withTimeout(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});
