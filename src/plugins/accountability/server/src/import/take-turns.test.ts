import { takeTurns } from './take-turns';

const work = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

it('lets what waits run between pieces of long work', async () => {
  const letOthersRun = takeTurns();
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  for (let piece = 0; piece < 10; piece += 1) {
    work(20);
    await letOthersRun();
  }
  clearInterval(others);
  expect(turns).toBeGreaterThanOrEqual(5);
});

it('does not wait between short ones', async () => {
  const letOthersRun = takeTurns();
  let turns = 0;
  const other = setImmediate(() => (turns += 1));
  for (let piece = 0; piece < 10; piece += 1) await letOthersRun();
  clearImmediate(other);
  expect(turns).toBe(0);
});
