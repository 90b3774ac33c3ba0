import { startOfDay } from '../dates/day-start';
import { dayIn } from '../dates/site-day';
import { slotOf, type SiteDays } from './schedule';

const daysIn = (timeZone: string): SiteDays => {
  const dayOf = (moment: Date) => dayIn(timeZone, moment);
  return { dayOf, startOf: (moment) => startOfDay(moment, dayOf) };
};
const TBILISI = daysIn('Asia/Tbilisi');
const MONDAY_AT_EIGHT = { hour: 8, weekday: 1 };
const slot = (rhythm: 'daily' | 'weekly', now: string, days = TBILISI, times = MONDAY_AT_EIGHT): string =>
  slotOf(rhythm, new Date(now), times, days).toISOString();

describe('the time at which a digest was due last', () => {
  it('is the hour at the site, of the day before until it has come', () => {
    expect(slot('daily', '2026-11-25T04:00:00Z')).toBe('2026-11-25T04:00:00.000Z');
    expect(slot('daily', '2026-11-25T03:59:59Z')).toBe('2026-11-24T04:00:00.000Z');
    expect(slot('daily', '2026-11-25T23:30:00Z')).toBe('2026-11-25T04:00:00.000Z');
  });

  it('is that of the last day of the week with weekly ones', () => {
    // 2026-11-23 is a Monday.
    expect(slot('weekly', '2026-11-23T04:00:00Z')).toBe('2026-11-23T04:00:00.000Z');
    expect(slot('weekly', '2026-11-23T03:59:00Z')).toBe('2026-11-16T04:00:00.000Z');
    expect(slot('weekly', '2026-11-29T22:00:00Z')).toBe('2026-11-23T04:00:00.000Z');
    expect(slot('weekly', '2026-11-29T22:00:00Z', TBILISI, { hour: 0, weekday: 0 })).toBe(
      '2026-11-28T20:00:00.000Z',
    );
  });

  it('never goes back, and comes once a day, where clocks are changed', () => {
    for (const zone of ['Europe/Paris', 'America/Santiago', 'Africa/Casablanca']) {
      const seen = new Set<string>();
      let last = '';
      for (let hour = 0; hour < 24 * 366; hour += 1) {
        const now = new Date(Date.UTC(2026, 0, 10, hour));
        const at = slotOf('daily', now, { hour: 8, weekday: 1 }, daysIn(zone)).toISOString();
        expect(at >= last && at <= now.toISOString()).toBe(true);
        seen.add((last = at));
      }
      expect(seen.size).toBe(367);
    }
  });
});
