import path from 'node:path';
import { hostRequire } from '../support/host';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

interface Entry {
  readonly level: string;
  readonly message: string;
}

/** Settings a site can be started with, and that somebody should know of. */
describe('a start', () => {
  let tracker: Tracker | undefined;
  afterEach(async () => {
    await tracker?.close();
    tracker = undefined;
  });

  /** What the next start would warn of. */
  async function warnings({ strapi }: Tracker): Promise<string[]> {
    const logged: string[] = [];
    const note = ({ level, message }: Entry) => {
      if (level.includes('warn')) logged.push(message);
    };
    const former = strapi.log.level;
    strapi.log.level = 'warn';
    strapi.log.on('data', note);
    const { ensureLocales } = hostRequire(path.join(ROOT, 'dist/src/languages/locales.js')) as {
      ensureLocales(strapi: Tracker['strapi']): Promise<void>;
    };
    await ensureLocales(strapi);
    strapi.log.off('data', note);
    strapi.log.level = former;
    return logged;
  }

  it('warns of nothing where languages and words are right', async () => {
    tracker = await bootTracker();
    expect(await warnings(tracker)).toEqual([]);
  });

  it('warns in one line of a language without words, for which English is used', async () => {
    tracker = await bootTracker({ env: { LOCALES: 'ka,hy' } });
    const logged = await warnings(tracker);
    expect(logged).toEqual([expect.stringMatching(/^LOCALES names "hy", .* in English/)]);
    expect(logged[0]).not.toContain('\n');
    const page = await fetch(`${tracker.url}/commitments?locale=hy`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Commitments')]);
  });

  it('warns in one line of a database whose default language is another one', async () => {
    tracker = await bootTracker();
    await tracker.strapi.plugin('i18n').service('locales').setDefaultLocale({ code: 'en' });
    expect(await warnings(tracker)).toEqual([
      expect.stringMatching(/^LOCALES begins with "ka", .* default language is "en"/),
    ]);
  });
});
