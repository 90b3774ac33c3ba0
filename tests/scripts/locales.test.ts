import { TEST_SETTINGS } from '../support/environment';
import { writeInEach } from '../support/multilingual-content';
import { startNode } from '../support/processes';
import { bootTracker } from '../support/tracker';

describe('npm run locales', () => {
  it('says what a language will mean, adds it, and deletes it only when it is no language of the site', async () => {
    const tracker = await bootTracker();
    const { database } = tracker;
    try {
      await writeInEach(tracker, ['ka', 'en']);
      await tracker.close({ keepDatabase: true });
      const run = (options: string[], LOCALES = 'ka,en') =>
        startNode(['scripts/locales.mjs', ...options], { ...TEST_SETTINGS, ...database.env, LOCALES }).ended;

      expect(await run([])).toMatchObject({ code: 2, output: expect.stringContaining('Usage') });
      expect(await run(['--add', 'fr', '--remove', 'en'])).toMatchObject({ code: 2 });
      expect(await run(['--add', 'xx'])).toMatchObject({
        code: 1,
        output: expect.stringContaining('knows no language "xx"'),
      });

      const said = await run(['--add', 'fr']);
      expect(said.code).toBe(0);
      expect(said.output).toContain('It becomes public with LOCALES=ka,en,fr');
      expect(said.output).toMatch(/^ {2}themes: \+ name_fr/m);
      expect(said.output).toContain('The database gets it (--apply)');
      expect(said.output).toContain('Nothing was changed.');
      expect((await run(['--add', 'fr', '--apply'])).output).toContain('fr is in the database.');
      expect((await run(['--add', 'fr'])).output).toContain('The database has it already.');

      const english = await run(['--remove', 'en', '--apply']);
      expect(english).toMatchObject({ code: 1, output: expect.stringContaining('LOCALES=ka, and start') });
      expect(english.output).toMatch(
        /api::commitment\.commitment: 2 documents, 2 of them published, 1 in en/,
      );
      expect(english.output).toContain('Nothing was changed: "en" is a language of the site');

      const deleted = await run(['--remove', 'en', '--apply'], 'ka');
      expect(deleted).toMatchObject({
        code: 0,
        output: expect.stringContaining('en and its texts are deleted.'),
      });
      expect(deleted.output).not.toContain('--apply');
      expect((await run(['--remove', 'en', '--apply'], 'ka')).output).toContain('has no language "en"');
    } finally {
      await database.drop();
    }
  }, 240_000);
});
