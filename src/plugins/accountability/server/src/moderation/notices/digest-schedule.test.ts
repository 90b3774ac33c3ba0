import { startOfDay } from '../../dates/day-start';
import { dayIn } from '../../dates/site-day';
import { digestTime } from './digest-schedule';

const dayStart = (moment: Date) => startOfDay(moment, (at) => dayIn('Asia/Tbilisi', at));
const slot = (rhythm: 'immediately' | 'hourly' | 'daily', now: string) =>
  digestTime(rhythm, new Date(now), dayStart).toISOString();

describe('slotOf', () => {
  it.each([
    ['immediately', '2026-11-20T08:00:29Z', '2026-11-20T07:59:00.000Z'],
    ['immediately', '2026-11-20T08:00:30Z', '2026-11-20T08:00:00.000Z'],
    ['hourly', '2026-11-20T08:00:00Z', '2026-11-20T07:00:00.000Z'],
    ['hourly', '2026-11-20T08:59:59Z', '2026-11-20T08:00:00.000Z'],
    // Eight o'clock in Tbilisi is four in UTC.
    ['daily', '2026-11-20T04:00:29Z', '2026-11-19T04:00:00.000Z'],
    ['daily', '2026-11-20T04:00:30Z', '2026-11-20T04:00:00.000Z'],
    ['daily', '2026-11-20T23:00:00Z', '2026-11-20T04:00:00.000Z'],
  ] as const)('%s at %s covers what came before %s', (rhythm, now, expected) => {
    expect(slot(rhythm, now)).toBe(expected);
  });
});
