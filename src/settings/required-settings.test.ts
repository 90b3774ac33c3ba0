import { assertSettings, SECRETS } from './required-settings';

const complete = Object.fromEntries(SECRETS.map((name) => [name, 'value']));

describe('settings', () => {
  it('accepts secrets alone: everything else has a default', () => {
    expect(() => assertSettings(complete)).not.toThrow();
  });

  it('names every missing secret in one line', () => {
    expect(() => assertSettings({ ...complete, JWT_SECRET: '', APP_KEYS: ' , ' })).toThrow(
      /^APP_KEYS, JWT_SECRET: not set; .+$/,
    );
  });

  it.each([
    [{ DATABASE_CLIENT: 'mysql' }, 'DATABASE_CLIENT: must be sqlite or postgres, not "mysql"'],
    [{ PORT: '80a' }, 'PORT: must be a number from 1 to 65535, not "80a"'],
    [{ PROXY_COUNT: '0' }, 'PROXY_COUNT: must be a number from 1 to 10, not "0"'],
    [{ PROXY_COUNT: 'one' }, 'PROXY_COUNT: must be a number from 1 to 10, not "one"'],
    [{ TIME_ZONE: 'Tbilisi' }, 'TIME_ZONE: must be a time zone such as Asia/Tbilisi, not "Tbilisi"'],
    [{ RELEASES_CRON: '0 3 * * *' }, 'PUBLIC_URL: not set; releases by RELEASES_CRON hold the address'],
    [{ COMMENTS_DIGEST: 'weekly' }, 'COMMENTS_DIGEST: must be immediately, hourly, daily, off, not "weekly"'],
    [
      { COMMENTS_DIGEST_TO: 'one@example.org, two' },
      'COMMENTS_DIGEST_TO: must be e-mail addresses with commas between them',
    ],
    [{ UPLOAD_MAX_MB: '25 MB' }, 'UPLOAD_MAX_MB: must be a whole number from 1 to 10000, not "25 MB"'],
    [{ UPLOAD_MAX_MEGAPIXELS: '0' }, 'UPLOAD_MAX_MEGAPIXELS: must be a whole number from 1 to 268, not "0"'],
    [
      { OPEN_DATA_MAX_EXPORTS: 'many' },
      'OPEN_DATA_MAX_EXPORTS: must be a whole number from 1 to 100, not "many"',
    ],
    [
      { OPEN_DATA_LONGEST_PAUSE_SECONDS: '0' },
      'OPEN_DATA_LONGEST_PAUSE_SECONDS: must be a whole number from 1 to 3600, not "0"',
    ],
    [{ PUBLIC_QUERY_LIMITS: 'length=many' }, 'PUBLIC_QUERY_LIMITS: write each limit as name=number'],
    [{ TOKEN_QUERY_LIMITS: 'depth=3' }, 'TOKEN_QUERY_LIMITS: there is no limit "depth"; there are length,'],
    [{ PORT: '70000' }, 'PORT: must be a number from 1 to 65535, not "70000"'],
    [
      { DATABASE_CLIENT: 'postgres', DATABASE_PORT: 'x' },
      'DATABASE_PORT: must be a number from 1 to 65535, not "x"',
    ],
  ])('refuses %j', (settings, message) => {
    expect(() => assertSettings({ ...complete, ...settings })).toThrow(message);
  });

  it('has no stack to print', () => {
    try {
      assertSettings({});
    } catch (error) {
      expect((error as Error).stack).toBe('');
    }
    expect.assertions(1);
  });
});
