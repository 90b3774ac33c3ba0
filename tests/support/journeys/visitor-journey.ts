import type { Page } from 'playwright-core';
import { jsonRequest } from '../json-request';
import { choose, enter, tabTo } from '../keyboard';
import {
  asVisitor,
  codeWord,
  follow,
  KUTAISI,
  picture,
  publicUrl,
  WORDS,
  type Language,
  type Journeys,
} from './journey';

/** What each language calls itself in the switch. */
const OWN_NAME = { ka: 'ქართული', en: 'English' } as const;
const OTHER: Readonly<Record<Language, Language>> = { ka: 'en', en: 'ka' };

/** Found in every language. */
const SEARCHED = 'kutaisi';

/** A visitor without a mouse: list, filters, a commitment, the other language, feeds. */
export function visitorJourney(journeys: () => Journeys, language: Language): void {
  const { site: words } = WORDS[language];
  const other = WORDS[OTHER[language]].site;
  let page: Page;
  const place = () => new URL(page.url());

  beforeAll(async () => {
    page = await asVisitor(journeys(), language);
  });
  afterAll(() => page.context().close());

  it('comes from the home page to the list, past the menu of every page', async () => {
    await page.goto(publicUrl(journeys(), '/', language));
    await page.getByText(words.currentPlan).or(page.getByText(words.latestPlan)).waitFor();
    const menu = page.getByRole('navigation', { name: words.mainMenu });
    await enter(page, menu.getByRole('link', { name: words.commitments, exact: true }));
    await page.getByRole('heading', { level: 1, name: words.listTitle }).waitFor();
    await picture(page, `visitor-list-${language}`);
  });

  it('narrows the list by what is in its fields, and back', async () => {
    const status = page.getByLabel(words.status, { exact: true });
    await choose(page, status, 'suspended');
    await page.getByText(words.nothingFound).waitFor();
    await choose(page, status, 'completed');
    await page.getByRole('heading', { name: words.found.replace(/\{count[^}]*\}/, '1') }).waitFor();
    expect(place().searchParams.get('status')).toBe('completed');
    await tabTo(page, page.getByRole('searchbox'));
    await page.keyboard.type(SEARCHED);
    await page.waitForURL((url) => url.searchParams.get('q') === SEARCHED);
    await page.locator('#results article').getByText(codeWord(language, 'completed')).first().waitFor();
  });

  it('keeps what was chosen in the other language', async () => {
    await enter(page, page.getByRole('link', { name: OWN_NAME[OTHER[language]], exact: true }));
    await page.getByRole('heading', { level: 1, name: other.listTitle }).waitFor();
    expect(Object.fromEntries(place().searchParams)).toMatchObject({ q: SEARCHED, status: 'completed' });
    expect(await page.getByRole('searchbox').inputValue()).toBe(SEARCHED);
    expect(await page.locator('#results article').count()).toBe(1);
    await enter(page, page.getByRole('link', { name: OWN_NAME[language], exact: true }));
    await page.getByRole('heading', { level: 1, name: words.listTitle }).waitFor();
  });

  it('opens the commitment, and stays at it in the other language', async () => {
    await enter(page, page.locator('#results article h3 a'));
    await page.getByRole('heading', { name: words.facts }).waitFor();
    expect(place().pathname).toBe(KUTAISI);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await enter(page, page.getByRole('link', { name: OWN_NAME[OTHER[language]], exact: true }));
    await page.getByRole('heading', { name: other.facts }).waitFor();
    expect(place().pathname).toBe(KUTAISI);
    expect(await page.getAttribute('html', 'lang')).toBe(OTHER[language]);
    await page.goBack();
    await page.getByRole('heading', { name: words.facts }).waitFor();
  });

  it('finds the feeds, which list this commitment', async () => {
    const { tracker } = journeys();
    const { body } = await jsonRequest<{ data: { title: string }[] }>(
      `${tracker.url}/api/commitments?locale=${language}&filters[slug][$eq]=open-data-kutaisi`,
    );
    const title = body.data[0]!.title;
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title);
    const footer = page.getByRole('contentinfo');
    const read = async (name: string) => {
      const link = footer.getByRole('link', { name, exact: true });
      await tabTo(page, link);
      return follow(journeys(), page, link);
    };
    const atom = await read(words.changesFeed);
    expect(atom).toContain(`xml:lang="${language}"`);
    expect(atom).toContain(codeWord(language, 'completed'));
    expect(await read(words.deadlinesFeed)).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });
}
