import type { ConsoleMessage, Page } from 'playwright-core';

/** What a page may say in its console, and why nobody here can or should fix it. */
export interface Tolerated {
  readonly text: RegExp;
  /** Where it comes from: the address of the script, or of the answer a message is about. */
  readonly from?: RegExp;
  readonly because: string;
}

/** Messages of Strapi's own admin panel. */
export const STRAPIS_OWN: readonly Tolerated[] = [
  {
    text: /^Failed to load resource: the server responded with a status of 404/,
    from: /\/admin\/ai-feature-config$/,
    because: 'each page of documents asks for a paid feature, whose address the free edition does not have',
  },
  {
    text: /^Failed to load resource: the server responded with a status of 404/,
    from: /\/i18n\/ai-localization-jobs\/collection-types\//,
    because: 'so does each document for its machine translations',
  },
];

export interface Watched {
  readonly tolerated?: readonly Tolerated[];
  /** The site's address, for pages that must ask nobody else. */
  readonly onlyFrom?: string;
}

/**
 * Notes what is wrong with a page for as long as it is open: errors, whatever its console warns of, and on public
 * pages each request to elsewhere.
 */
export function watchPage(page: Page, problems: string[], { tolerated = [], onlyFrom }: Watched = {}): void {
  const isTolerated = (message: ConsoleMessage): boolean =>
    tolerated.some(
      ({ text, from }) =>
        text.test(message.text()) && (from === undefined || from.test(message.location().url)),
    );
  page.on('pageerror', (error) => problems.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || isTolerated(message)) return;
    problems.push(`${page.url()} ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const isElsewhere = /^(https?|wss?):/.test(url) && !url.startsWith(`${onlyFrom}/`);
    if (onlyFrom !== undefined && isElsewhere) problems.push(`${page.url()} asks ${url}`);
  });
}
