import { isAbandoned, SILENT_AFTER_MS, type Attempt } from './abandoned';

describe('an attempt at a release', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const attempt: Attempt = { id: 1, name: 'one', host: 'here', process: 7, seen: now };
  const at = (own: string[], alive: number[], process = 8) => ({
    now,
    host: 'here',
    process,
    own: new Set(own),
    isAlive: (number: number) => alive.includes(number),
  });

  it('is running as long as its process is alive and sends heartbeats', () => {
    expect(isAbandoned(attempt, at([], [7]))).toBe(false);
    expect(isAbandoned(attempt, at(['one'], [7], 7))).toBe(false);
  });

  it('is abandoned at once when its process on this machine is gone', () => {
    expect(isAbandoned(attempt, at([], []))).toBe(true);
    expect(isAbandoned(attempt, at([], [7], 7))).toBe(true);
  });

  it('of another machine counts as dead after a silence only', () => {
    const other = { ...attempt, host: 'there' };
    expect(isAbandoned(other, at([], []))).toBe(false);
    const seen = new Date(now.getTime() - SILENT_AFTER_MS - 1);
    expect(isAbandoned({ ...other, seen }, at([], [7]))).toBe(true);
  });
});
