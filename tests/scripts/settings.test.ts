import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_SECRETS } from '../support/environment';
import { freePort } from '../support/free-port';
import { startNode } from '../support/processes';

describe('strapi start with a setting that cannot work', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-settings-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = async (env: Record<string, string | undefined>) => {
    const settings: Record<string, string | undefined> = {
      ...TEST_SECRETS,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATABASE_FILENAME: path.join(folder, 'data.db'),
      ...env,
    };
    const given = Object.entries(settings).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return startNode(['node_modules/@strapi/strapi/bin/strapi.js', 'start'], Object.fromEntries(given)).ended;
  };

  it.each([
    ['missing secrets', { JWT_SECRET: undefined, APP_KEYS: '' }, 'APP_KEYS, JWT_SECRET: not set'],
    [
      'an unknown database client',
      { DATABASE_CLIENT: 'mysql' },
      'DATABASE_CLIENT: must be sqlite or postgres',
    ],
    ['a port that is none', { PORT: 'http' }, 'PORT: must be a number'],
    ['a time zone nobody knows', { TIME_ZONE: 'Asia/Nowhere' }, 'TIME_ZONE: must be a time zone'],
    ['a language Strapi does not know', { LOCALES: 'en,xx' }, 'LOCALES: Strapi knows no language "xx"'],
    ['a first language Strapi does not know', { LOCALES: 'xx' }, 'LOCALES: Strapi knows no language "xx"'],
    ['a language named twice', { LOCALES: 'ka,en,ka' }, 'LOCALES: names "ka" twice'],
    ['what is no language code', { LOCALES: 'ka;en' }, 'LOCALES: "ka;en" is no language code'],
    ['a country nobody knows', { COUNTRY: 'Georgia' }, 'COUNTRY: must be an ISO 3166-1 code'],
    [
      'a country of several time zones',
      { COUNTRY: 'US', TIME_ZONE: '' },
      'TIME_ZONE: not set; US has several',
    ],
    ['a choice there is not', { CODES_UNIQUE_IN_PLAN: 'maybe' }, 'CODES_UNIQUE_IN_PLAN: must be'],
    [
      'a scale there is not',
      { ASSESSMENT_SCALE: 'stars' },
      'ASSESSMENT_SCALE: must be one of government, ogp, irm',
    ],
    [
      'codes that become none',
      { ASSESSMENT_RENAMED: 'limited:done' },
      'ASSESSMENT_RENAMED: "limited" becomes "done", which the scale government does not have',
    ],
    [
      'a scheme of ratings there is not',
      { RATING_SCHEMES: 'ambition' },
      'RATING_SCHEMES: "ambition" is no scheme',
    ],
    ['a rhythm nobody knows', { COMMENTS_DIGEST: 'weekly' }, 'COMMENTS_DIGEST: must be immediately'],
    ['an address that is none', { PUBLIC_URL: 'tracker' }, 'PUBLIC_URL: must be an address'],
    [
      'a place that holds no files',
      { DATABASE_FILENAME: '/proc/none/data.db' },
      'DATABASE_FILENAME: cannot use',
    ],
    ['a file that is no database', { DATABASE_FILENAME: 'package.json' }, 'DATABASE_FILENAME: cannot use'],
    [
      'a file in a folder that cannot be made',
      { DATABASE_FILENAME: 'package.json/inside/data.db' },
      'DATABASE_FILENAME: cannot use',
    ],
    [
      'a PostgreSQL that does not answer',
      {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: '127.0.0.1',
        DATABASE_PORT: '1',
        DATABASE_PASSWORD: 'hidden',
      },
      'DATABASE_HOST, DATABASE_PORT: PostgreSQL cannot be reached at 127.0.0.1:1 (ECONNREFUSED)',
    ],
  ])('says so in one line for %s', async (_case, env, line) => {
    const { code, output } = await start(env);
    expect(code).not.toBe(0);
    expect(output).not.toMatch(/^\s+at /m);
    expect(output).not.toContain('hidden');
    const lines = output.split('\n').filter((text) => text && !text.endsWith('Shutting down Strapi'));
    expect(lines).toEqual([expect.stringContaining(line)]);
  });
});
