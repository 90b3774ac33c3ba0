import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { makeCommitment } from '../support/milestones';
import { ROOT } from '../support/processes';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { mailedToken } from '../support/unsubscribe-link';

const LANGUAGES = ['ka', 'en', 'es', 'fr', 'ar'];

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
const wordsIn = (folder: string, language: string): Words =>
  JSON.parse(readFileSync(path.join(ROOT, folder, `${language}.json`), 'utf8')) as Words;

describe('a reader', () => {
  let tracker: Tracker;
  let commitment: string;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, LOCALES: LANGUAGES.join(',') } });
    commitment = await makeCommitment(tracker, { languages: LANGUAGES });
  });
  afterAll(() => tracker.close());

  const page = async (address: string, headers: Record<string, string>, method = 'GET') => {
    const answer = await rawRequest(`${tracker.url}${address}`, { headers, method });
    const text = answer.body.toString();
    const [, lang, dir] = /<html lang="([^"]+)" dir="([^"]+)"/.exec(text) ?? [];
    return { status: answer.status, text, spoken: [lang, dir] };
  };
  const directionOf = (language: string) => (language === 'ar' ? 'rtl' : 'ltr');
  const otherThan = (language: string) => (language === 'en' ? 'fr' : 'en');

  it.each(LANGUAGES)(
    'of %s gets in it the message that an address is too long, whatever the browser prefers',
    async (language) => {
      const other = otherThan(language);
      const site = wordsIn('src/words', language).site!;
      const long = `q=${'a'.repeat(12_000)}`;
      for (const [query, accepted] of [
        [`locale=${language}&${long}`, other],
        [`${long}&locale=${language}`, other],
        [`${long}&locale=xx`, language],
        [long, language],
      ] as const) {
        const { status, text, spoken } = await page(`/commitments?${query}`, { 'accept-language': accepted });
        expect([status, ...spoken]).toEqual([414, language, directionOf(language)]);
        expect(text).toContain(site.addressTooLong);
        expect(text).toContain(site.addressTooLongText);
      }
    },
  );

  it.each(LANGUAGES)(
    'who has written in %s ends the mails about it in the same language',
    async (language) => {
      const words = wordsIn('src/plugins/accountability/words', language).notices!;
      const { body } = await sendComment(tracker, commitment, writtenComment());
      const { documentId } = body.data!;
      await tracker.strapi.db
        .query('api::comment.comment')
        .updateMany({ where: { documentId }, data: { language, wantsNotice: true } });
      const address = `/api/comments/unsubscribe/${mailedToken(tracker.strapi, documentId)}`;
      const headers = { 'accept-language': otherThan(language) };
      const asked = await page(address, headers);
      expect([asked.status, ...asked.spoken]).toEqual([200, language, directionOf(language)]);
      for (const key of ['page.title', 'page.ask', 'page.button']) expect(asked.text).toContain(words[key]);
      const done = await page(address, headers, 'POST');
      expect([done.status, ...done.spoken]).toEqual([200, language, directionOf(language)]);
      expect(done.text).toContain(words['page.done']);
      const unknown = await page('/api/comments/unsubscribe/none', { 'accept-language': language });
      expect([unknown.status, ...unknown.spoken]).toEqual([404, language, directionOf(language)]);
      expect(unknown.text).toContain(words['page.unknown']);
    },
  );
});
