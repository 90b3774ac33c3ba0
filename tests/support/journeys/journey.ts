import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { vocabularies } from '../../../src/accountability/vocabularies';
import englishWords from '../../../src/words/en.json';
import georgianWords from '../../../src/words/ka.json';
import panelKa from '../../../src/admin/panel-words/ka.json';
import englishEngineWords from '../../../src/plugins/accountability/words/en.json';
import georgianEngineWords from '../../../src/plugins/accountability/words/ka.json';
import { openPanel } from '../browser';
import type { RoleCode } from '../accounts';
import { STRAPIS_OWN, watchPage, type Tolerated } from '../page-watch';
import { ROOT } from '../processes';
import type { Tracker } from '../tracker';

const fieldsEn = englishWords['admin-views'];
const fieldsKa = georgianWords['admin-views'];
const pluginEn = englishEngineWords.panel;
const pluginKa = georgianEngineWords.panel;
const siteEn = englishWords.site;
const siteKa = georgianWords.site;

export type Language = 'ka' | 'en';
export const LANGUAGES: readonly Language[] = ['ka', 'en'];

/** The commitment that every journey visits. */
export const KUTAISI = '/commitments/open-data-kutaisi';

type FieldWords = Record<string, Record<string, { label: string }>>;

/** Words of the pages in a language: journeys find links and fields by them. */
export const WORDS = {
  ka: { site: siteKa, plugin: pluginKa, fields: fieldsKa.fields as FieldWords, names: fieldsKa.names },
  en: { site: siteEn, plugin: pluginEn, fields: fieldsEn.fields as FieldWords, names: fieldsEn.names },
} as const;

export type StrapiWord = keyof typeof panelKa;

/** A word of Strapi's own, by its key and its English. */
export const strapiWord = (language: Language, key: StrapiWord, english: string): string =>
  language === 'ka' ? panelKa[key] : english;

/** What a code of the vocabularies is called. */
export const codeWord = (language: Language, code: string): string => {
  const found = vocabularies.flat().find(({ value }) => value === code);
  return found?.labels[language] ?? code;
};

/** What all journeys share: one running tracker, one browser, and what was wrong on any page. */
export interface Journeys {
  readonly tracker: Tracker;
  readonly browser: Browser;
  readonly problems: string[];
}

/** Longer than any step of a journey takes. */
const TIMEOUT_MS = 15_000;
const PUBLIC_VIEW = { viewport: { width: 1280, height: 900 } };

/** A visitor's browser: nobody is logged in, and no page may ask anybody else. */
export async function asVisitor(
  { tracker, browser, problems }: Journeys,
  language: Language,
  tolerated: readonly Tolerated[] = [],
): Promise<Page> {
  const page = await (await browser.newContext({ ...PUBLIC_VIEW, locale: language })).newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  watchPage(page, problems, { onlyFrom: tracker.url, tolerated });
  return page;
}

/** A member's browser, logged in by the login page, with the panel in their language. */
export async function asMember(
  { tracker, browser, problems }: Journeys,
  roles: RoleCode[],
  language: Language,
): Promise<Page> {
  const page = await openPanel(tracker, browser, roles);
  await page.evaluate((code) => window.localStorage.setItem('strapi-admin-language', code), language);
  page.setDefaultTimeout(TIMEOUT_MS);
  watchPage(page, problems, { tolerated: STRAPIS_OWN });
  return page;
}

/** Goes to a public address in a language: Georgian has the bare one. */
export const publicUrl = ({ tracker }: Journeys, address: string, language: Language): string => {
  const url = new URL(address, tracker.url);
  if (language === 'en') url.searchParams.set('locale', 'en');
  return url.href;
};

/** A screenshot of a page of a journey, kept with those of the other tests. */
export const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: path.join(ROOT, '.tmp/screenshots', `journey-${name}.png`), fullPage: true });

/** What a link leads to, asked for by the same browser. */
export async function follow({ tracker }: Journeys, page: Page, link: Locator): Promise<string> {
  const url = new URL((await link.getAttribute('href')) ?? '', tracker.url).href;
  const answer = await page.request.get(url);
  expect([url, answer.status()]).toEqual([url, 200]);
  return answer.text();
}
