import { dayIn } from './site-day';
import { startOfDay } from './day-start';

describe('the start of the site’s day', () => {
  it.each([
    ['UTC', '2026-11-23T15:00:00.500Z', '2026-11-23T00:00:00.000Z'],
    ['UTC', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00.000Z'],
    ['Asia/Tbilisi', '2026-11-23T20:00:00Z', '2026-11-23T20:00:00.000Z'],
    ['Asia/Tbilisi', '2026-11-23T19:59:59Z', '2026-11-22T20:00:00.000Z'],
    // Clocks go back at two: the day has twenty-five hours.
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-03-08T23:00:00Z', '2026-03-08T05:00:00.000Z'],
  ])('in %s at %s is %s', (timeZone, moment, start) => {
    expect(startOfDay(new Date(moment), (at) => dayIn(timeZone, at)).toISOString()).toBe(start);
  });
});
