import type { Locator, Page } from 'playwright-core';
import englishEngineWords from '../../../src/plugins/accountability/words/en.json';
import georgianEngineWords from '../../../src/plugins/accountability/words/ka.json';
import { COMMENT } from '../comments';
import { parseCsv } from '../csv';
import { jsonRequest } from '../json-request';
import {
  asMember,
  asVisitor,
  KUTAISI,
  picture,
  publicUrl,
  WORDS,
  type Language,
  type Journeys,
} from './journey';

const texts = englishEngineWords.moderation;
const georgianTexts = georgianEngineWords.moderation;

/** No public answer may ever hold it. */
export const addressOf = (language: Language): string => `nino.${language}.secret@example.org`;

/** Written in Georgian, whatever language the page is in. */
const NAME: Readonly<Record<Language, string>> = { ka: 'ნინო გელაშვილი', en: 'გიორგი მაისურაძე' };
const BODY: Readonly<Record<Language, string>> = {
  ka: 'როდის გამოქვეყნდება 2026 წლის ბიუჯეტი?\nგმადლობთ!',
  en: 'სად შეიძლება ვნახოთ მონაცემები უბნების მიხედვით?',
};

const MESSAGES: Readonly<Record<Language, Record<string, string>>> = { ka: georgianTexts, en: texts };

/** The form is refused while something is wrong: the browser itself logs it to the console. */
const REFUSED_FORM = [
  {
    text: /^Failed to load resource: the server responded with a status of 400/,
    from: /\/comments\?locale=/,
    because: 'the browser logs each response with an error status',
  },
];

interface Comments {
  readonly data: readonly {
    readonly documentId: string;
    readonly authorName: string;
    readonly body: string;
  }[];
}

/** A visitor comments, a moderator approves without a mouse, and everybody can read it, but for the address. */
export function commentJourney(journeys: () => Journeys, language: Language): void {
  const { site: words, plugin } = WORDS[language];
  let visitor: Page;
  let moderator: Page;
  let documentId: string;

  const written = (page: Page): Locator => page.locator('article.comment', { hasText: NAME[language] });
  const openPage = () => visitor.goto(publicUrl(journeys(), KUTAISI, language));
  const field = (name: string) => visitor.locator(`#comment-${name}`);
  const errorAt = (name: string) => visitor.locator(`#comment-${name}-error`);
  const readComments = async () => {
    const { tracker } = journeys();
    const commitment = await tracker.strapi.db
      .query('api::commitment.commitment')
      .findOne({ where: { slug: KUTAISI.split('/').at(-1) }, select: ['documentId'] });
    const { body } = await jsonRequest<Comments>(
      `${tracker.url}/api/commitments/${commitment.documentId}/comments`,
    );
    return body.data;
  };

  beforeAll(async () => {
    visitor = await asVisitor(journeys(), language, REFUSED_FORM);
    moderator = await asMember(journeys(), ['tracker-moderator'], language);
  });
  afterAll(async () => {
    await visitor.context().close();
    await moderator.close();
  });

  it('is shown at the fields what is missing', async () => {
    await openPage();
    await visitor.getByRole('button', { name: words.commentSend, exact: true }).click();
    for (const name of ['authorName', 'authorEmail', 'body']) {
      await errorAt(name).getByText(MESSAGES[language].REQUIRED!, { exact: true }).waitFor();
      expect(await field(name).getAttribute('aria-invalid')).toBe('true');
    }
    await field('authorName').fill(NAME[language]);
    await field('authorEmail').fill('nino.example.org');
    await field('body').fill(BODY[language]);
    await visitor.getByRole('button', { name: words.commentSend, exact: true }).click();
    await errorAt('authorEmail').getByText(MESSAGES[language].EMAIL_INVALID!, { exact: true }).waitFor();
    await errorAt('authorName').waitFor({ state: 'hidden' });
    expect(await field('body').getAttribute('aria-invalid')).toBeNull();
    await picture(visitor, `comment-errors-${language}`);
  });

  it('awaits approval, and nobody reads it until then', async () => {
    await field('authorEmail').fill(addressOf(language));
    await visitor.getByRole('button', { name: words.commentSend, exact: true }).click();
    await visitor.getByRole('heading', { level: 1, name: words.commentThanks }).waitFor();
    await visitor.getByText(words.commentNextReview).waitFor();
    await picture(visitor, `comment-sent-${language}`);
    await openPage();
    await visitor.getByRole('heading', { name: words.commentTitle }).waitFor();
    expect(await written(visitor).count()).toBe(0);
    expect((await readComments()).map(({ authorName }) => authorName)).not.toContain(NAME[language]);
  });

  it('is approved in the queue by the keyboard, by who is a moderator alone', async () => {
    await moderator.goto(`${journeys().tracker.url}/admin/`);
    const link = moderator.getByRole('link', { name: plugin['moderation.title'], exact: true });
    await link.locator('[data-waiting="1"]').waitFor();
    await link.focus();
    await moderator.keyboard.press('Enter');
    const card = moderator.getByRole('listitem', {
      name: plugin['moderation.comment-of'].replace('{name}', NAME[language]),
    });
    await card.getByText(addressOf(language)).waitFor();
    await moderator.keyboard.press('j');
    await picture(moderator, `comment-queue-${language}`);
    await moderator.keyboard.press('a');
    await link.locator('[data-waiting]').waitFor({ state: 'detached' });
  });

  it('appears on the page, in the API and in the dataset', async () => {
    const { tracker } = journeys();
    await openPage();
    await written(visitor).waitFor();
    expect(await written(visitor).locator('.body').innerText()).toBe(BODY[language]);
    await picture(visitor, `comment-published-${language}`);
    const comment = (await readComments()).find(({ authorName }) => authorName === NAME[language]);
    expect(comment).toMatchObject({ body: BODY[language], locale: language, official: false });
    documentId = comment!.documentId;
    const csv = parseCsv(await (await fetch(`${tracker.url}/api/open-data/comments.csv`)).text());
    const json = await jsonRequest<{ data: Record<string, string>[] }>(
      `${tracker.url}/api/open-data/comments.json`,
    );
    for (const rows of [csv, json.body.data]) {
      expect(rows.find(({ id }) => id === documentId)).toMatchObject({
        author_name: NAME[language],
        body: BODY[language],
      });
    }
    const stored = await tracker.strapi.db.query(COMMENT).findOne({ where: { documentId } });
    expect(stored).toMatchObject({ authorEmail: addressOf(language), moderationStatus: 'approved' });
  });
}
