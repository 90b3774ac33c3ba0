import { contentVersion, latestEditions, nextVersion } from './version';

describe('the version of all data', () => {
  it('is the day of the latest change at the site and its number', () => {
    const revision = { sequence: 1842, modified: new Date('2026-11-24T22:30:00Z'), day: null };
    expect(contentVersion(revision, 'UTC')).toBe('2026-11-24.1842');
    expect(contentVersion(revision, 'Asia/Tbilisi')).toBe('2026-11-25.1842');
  });

  it('gets a number of its own where another file has it already', () => {
    expect(nextVersion('2026-11-25.7', [])).toBe('2026-11-25.7');
    expect(nextVersion('2026-11-25.7', ['2026-11-25.7', '2026-11-25.7.2'])).toBe('2026-11-25.7.3');
    expect(nextVersion('2026-11-25.7', ['2026-11-25.71'])).toBe('2026-11-25.7');
  });

  it('is found again in the latest release of the same content', () => {
    expect(latestEditions(['2026-11-25.7', '2026-11-25.7.2', '2026-11-26.9'])).toEqual({
      '2026-11-25.7': '2026-11-25.7.2',
      '2026-11-26.9': '2026-11-26.9',
    });
  });
});
