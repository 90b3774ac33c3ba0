import { inTime } from './relative-time';

describe('when to try again', () => {
  it.each([
    [1, 'in 1 second', '1 წამში'],
    [59, 'in 59 seconds', '59 წამში'],
    [60, 'in 1 minute', '1 წუთში'],
    [61, 'in 2 minutes', '2 წუთში'],
    [7199, 'in 120 minutes', '120 წუთში'],
    [7201, 'in 3 hours', '3 საათში'],
  ])('is written in words for %i seconds', (seconds, en, ka) => {
    expect([inTime('en', seconds), inTime('ka', seconds)]).toEqual([en, ka]);
  });
});
