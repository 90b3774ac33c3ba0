import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { NO_LIMITS } from './comments';
import { ROOT } from './processes';
import { bootTracker, type Tracker } from './tracker';

export const SHOTS = path.join(ROOT, '.tmp/screenshots');
export const KUTAISI = '/commitments/open-data-kutaisi';
export const LANGUAGES = ['ka', 'en'] as const;

/** The page of the commitment of the demonstration, as visitors open it. */
export interface CommitmentPage {
  tracker: Tracker;
  browser: Browser;
  /** The commitment's. */
  documentId: string;
  /** What windows logged since the last check: errors and warnings of their consoles. */
  problems: string[];
  /** A window of a visitor's own, closed by closing its context. */
  open(options?: BrowserContextOptions): Promise<Page>;
  goTo(page: Page, language: string, address?: string): Promise<unknown>;
  /** Keeps a picture. */
  shot(page: Page, name: string, fullPage?: boolean): Promise<unknown>;
}

/** Starts the tracker with the demonstration content, and a browser; `closeResources` closes them. */
export async function openCommitmentPage(env: Record<string, string> = {}): Promise<CommitmentPage> {
  const tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS, ...env } });
  const found = await tracker.strapi
    .documents('api::commitment.commitment')
    .findFirst({ filters: { slug: 'open-data-kutaisi' } } as never);
  const browser = await launchBrowser();
  const problems: string[] = [];
  return {
    tracker,
    browser,
    documentId: found!.documentId,
    problems,
    open: async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        // A picture is not to be taken while the page moves.
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        // Answers with 400 are what some of the tests are about.
        const isExpected = message.text().startsWith('Failed to load resource');
        if (['error', 'warning'].includes(message.type()) && !isExpected) problems.push(message.text());
      });
      return page;
    },
    goTo: (page, language, address = KUTAISI) => page.goto(`${tracker.url}${address}?locale=${language}`),
    shot: (page, name, fullPage = true) =>
      page.screenshot({ path: path.join(SHOTS, `commitment-${name}.png`), fullPage }),
  };
}
