import { dayIn, isTimeZone, parseTimeZone } from './site-day';

describe('the day of the site', () => {
  it.each([
    ['Asia/Tbilisi', '2026-11-20T19:59:59Z', '2026-11-20'],
    ['Asia/Tbilisi', '2026-11-20T20:00:00Z', '2026-11-21'],
    ['Asia/Tbilisi', '2026-12-31T20:00:00Z', '2027-01-01'],
    ['America/New_York', '2026-03-01T04:59:59Z', '2026-02-28'],
    ['America/New_York', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['UTC', '2026-11-20T23:59:59Z', '2026-11-20'],
  ])('in %s at %s is %s', (timeZone, moment, day) => {
    expect(dayIn(timeZone, new Date(moment))).toBe(day);
  });

  it('knows time zones from other words', () => {
    expect(['Asia/Tbilisi', 'UTC', 'Tbilisi', '', 'Asia/Nowhere'].filter(isTimeZone)).toEqual([
      'Asia/Tbilisi',
      'UTC',
    ]);
  });

  it('is that of UTC unless the site says otherwise, and a zone nobody knows is named', () => {
    expect(parseTimeZone({})).toBe('UTC');
    expect(parseTimeZone({ timeZone: 'Asia/Tbilisi' })).toBe('Asia/Tbilisi');
    for (const timeZone of ['Asia/Nowhere', 4, null]) {
      expect(() => parseTimeZone({ timeZone })).toThrow(/^timeZone: must be a time zone/);
    }
  });
});
