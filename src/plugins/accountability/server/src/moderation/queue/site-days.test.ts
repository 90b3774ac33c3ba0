import { dayIn } from '../../dates/site-day';
import { beginningOf, dayAfter } from './site-days';

describe('days of the site', () => {
  it.each([
    ['Asia/Tbilisi', '2026-03-01', '2026-02-28T20:00:00.000Z'],
    ['UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['America/New_York', '2026-03-01', '2026-03-01T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-01', '2026-02-28T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-03-01', '2026-03-01T11:00:00.000Z'],
    // Clocks go forward on that day.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ])('in %s %s begins at %s', (zone, day, expected) => {
    expect(beginningOf(day, (moment) => dayIn(zone, moment)).toISOString()).toBe(expected);
  });

  it('follow each other', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});
