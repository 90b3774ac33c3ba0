import type { Browser } from 'playwright-core';
import { colourViolationsOf, overflowOf, unreachableScrollers, violationsOf } from './accessibility';
import { launchBrowser } from './browser';
import { approvedComment, NO_LIMITS } from './comments';
import { bootTracker, type Tracker } from './tracker';
import { mailedToken } from './unsubscribe-link';
import type { Visitor } from './visitor';

export const KUTAISI = '/commitments/open-data-kutaisi';
export const LANGUAGES = ['ka', 'en'];
export const VIEWS = {
  'a desk': { viewport: { width: 1280, height: 900 } },
  'a phone of 320 pixels': { viewport: { width: 320, height: 800 } },
  '400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

/** Addresses of each kind of public page in a language, by the kind. */
export const publicPages = (language: string): Record<string, string> => ({
  home: `/?locale=${language}`,
  list: `/commitments?locale=${language}`,
  filtered: `/commitments?status=completed&ogp=transparency&sort=title&locale=${language}`,
  'nothing found': `/commitments?q=zzz&year=1999&locale=${language}`,
  commitment: `${KUTAISI}?locale=${language}`,
  plan: `/plans/georgia-2018-2019?locale=${language}`,
  compare: `/compare?locale=${language}`,
  organisations: `/organisations?locale=${language}`,
  organisation: `/organisations/kutaisi-city-hall?locale=${language}`,
  data: `/data?locale=${language}`,
  missing: `/commitments/none?locale=${language}`,
});

/** The demonstration content in a running tracker, and a browser. */
export interface PublicPages {
  readonly tracker: Tracker;
  readonly browser: Browser;
  /** By language, the address that ends the mails about a comment. */
  readonly unsubscribe: Readonly<Record<string, string>>;
}

/** A plan to compare the one of the demonstration with; it is an older one, so that this stays the current plan. */
async function publishOlderPlan({ strapi }: Pick<Tracker, 'strapi'>): Promise<void> {
  const documents = strapi.documents('api::action-plan.action-plan');
  const timeframe = {
    startDate: '2014-01-01',
    startPrecision: 'year',
    endDate: '2015-01-01',
    endPrecision: 'year',
  };
  const titles = { ka: 'წინა სამოქმედო გეგმა', en: 'The action plan before' };
  const { documentId } = await documents.create({
    locale: 'ka',
    data: { title: titles.ka, slug: 'older', timeframe },
  } as never);
  await documents.update({ documentId, locale: 'en', data: { title: titles.en } } as never);
  await documents.publish({ documentId, locale: '*' } as never);
}

/** Starts the tracker with the demonstration content, an approved comment in each language, and a browser; `closeResources` closes them. */
export async function openPublicPages(): Promise<PublicPages> {
  const tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
  await publishOlderPlan(tracker);
  const browser = await launchBrowser();
  const commitment = await tracker.strapi
    .documents('api::commitment.commitment')
    .findFirst({ filters: { slug: 'open-data-kutaisi' } } as never);
  const id = (commitment as unknown as { documentId: string }).documentId;
  const unsubscribe: Record<string, string> = {};
  for (const locale of LANGUAGES) {
    const comment = await approvedComment(tracker, id, { locale });
    unsubscribe[locale] = `/api/comments/unsubscribe/${mailedToken(tracker.strapi, comment)}`;
  }
  return { tracker, browser, unsubscribe };
}

/** All that is wrong with a page as it is, in the light and the dark theme: layout and rules of axe. */
export async function faultsOf({ page }: Pick<Visitor, 'page'>): Promise<string[]> {
  const faults = (await unreachableScrollers(page)).map((element) => `cannot be reached: ${element}`);
  const overflow = await overflowOf(page);
  if (overflow > 0) faults.push(`too wide by ${overflow}`);
  faults.push(...(await violationsOf(page)).map((fault) => `light, ${fault}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await colourViolationsOf(page)).map((fault) => `dark, ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}
