import { commitmentPath, organisationPath, pagePath, planPath } from '../addresses';
import type { Overview } from '../content/overview';
import { html, type Html } from '../html/html';
import { LANGUAGES, type Language } from '../languages';
import { COMPARE_PATH } from '../list/compare-query';

/** Maximum addresses of a sitemap (sitemaps.org). */
export const MAX_ADDRESSES = 50_000;

type PathIn = (language: Language) => string;

interface Entry {
  readonly pathIn: PathIn;
  readonly modified?: string;
}

/** Every page there is, those of lists first. */
export function sitemapEntries({ plans, commitments, organisations }: Overview): Entry[] {
  return [
    ...['/', '/commitments', '/organisations', COMPARE_PATH, '/data'].map((path) => ({
      pathIn: (language: Language) => pagePath(path, language),
    })),
    ...plans.flatMap(({ slug }) =>
      slug === null ? [] : [{ pathIn: (language: Language) => planPath(slug, language) }],
    ),
    ...commitments.flatMap(({ slug, updatedAt }) =>
      slug === null
        ? []
        : [{ pathIn: (language: Language) => commitmentPath(slug, language), modified: updatedAt }],
    ),
    ...organisations.flatMap(({ slug }) =>
      slug === null ? [] : [{ pathIn: (language: Language) => organisationPath(slug, language) }],
    ),
  ];
}

const addressElement = (base: string, { pathIn, modified }: Entry, language: Language): Html =>
  html`<url
    ><loc>${base}${pathIn(language)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}${
      LANGUAGES.length > 1 &&
      LANGUAGES.map(
        (other) => html`<xhtml:link rel="alternate" hreflang="${other}" href="${base}${pathIn(other)}" />`,
      )
    }</url
  > `;

/** The pages of the site for search engines, each in every language. */
export function sitemap(overview: Overview, base: string): string {
  const elements = sitemapEntries(overview)
    .flatMap((entry) => LANGUAGES.map((language) => addressElement(base, entry, language)))
    .slice(0, MAX_ADDRESSES);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml"
  >
    ${elements}</urlset
  >`}\n`;
}

/** robots.txt: everything but the admin panel. */
export const robots = (base: string): string =>
  `User-agent: *\nDisallow: /admin/\n\nSitemap: ${base}/sitemap.xml\n`;
