import { textIn } from 'strapi-plugin-accountability/server';
import { countrySetting, openGraphLocale } from '../../settings/country';
import { pagePath } from '../addresses';
import { html, jsonScript, type Html } from '../html/html';
import { SITE_LANGUAGES } from '../../languages/site-languages';
import { DEFAULT_LANGUAGE, directionOf, LANGUAGES, type Language } from '../languages';
import type { Frame, Page } from '../page';
import { dateOf } from '../parts/dates';
import { labelled } from '../parts/labelled';
import { wordsOf } from '../words/words';

function head(page: Page, frame: Frame): Html {
  const { language, base, pathIn, asset, site } = frame;
  const siteName = textIn(site.title, language);
  const title = page.title === siteName ? siteName : `${page.title} · ${siteName}`;
  const address = `${base}${pathIn(language)}`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <meta name="description" content="${page.description}" />
    ${page.isIndexed === false && html`<meta name="robots" content="noindex, follow" />`}
    <link rel="canonical" href="${address}" />
    ${
      LANGUAGES.length > 1 &&
      html`${LANGUAGES.map(
          (other) => html`<link rel="alternate" hreflang="${other}" href="${base}${pathIn(other)}" />`,
        )} <link rel="alternate" hreflang="x-default" href="${base}${pathIn(DEFAULT_LANGUAGE)}" />`
    }
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${frame.words.changesFeed}"
      href="${base}/api/open-data/changes.atom?locale=${language}"
    />
    <meta property="og:type" content="${page.type ?? 'website'}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:site_name" content="${siteName}" />
    <meta property="og:locale" content="${openGraphLocale(language, countrySetting(process.env))}" />
    <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
    <link rel="stylesheet" href="${asset('site.css')}" />
    ${['site.js', ...(page.scripts ?? [])].map(
      (file) => html`<script type="module" src="${asset(file)}"></script>`,
    )}
    ${page.linkedData !== undefined && jsonScript('application/ld+json', page.linkedData)}
  </head>`;
}

/** Links to the page in the other languages, each by its own name. */
const languageSwitch = (language: Language, label: string, pathIn: Frame['pathIn']): Html =>
  html`<nav class="languages" aria-label="${label}">
    ${SITE_LANGUAGES.filter(({ code }) => code !== language).map(
      ({ code, name, direction }) =>
        html`<a href="${pathIn(code)}" hreflang="${code}" lang="${code}" dir="${direction}" rel="alternate"
          >${name}</a
        >`,
    )}
  </nav>`;

/** The publisher's emblem, else the site's own sign. Decorative: the name is beside it. */
const emblem = ({ site, asset }: Frame): Html =>
  site.emblem === null
    ? html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="m9 16.5 4.5 4.5L23 11.5" />
      </svg>`
    : html`<img class="emblem" src="${asset(site.emblem)}" alt="" height="44" />`;

/** The name of the site, and of its publisher where the settings have it. */
function brand(frame: Frame): Html {
  const { site, language } = frame;
  const publisher = textIn(site.publisher?.name ?? {}, language);
  return html`<a class="brand" href="${pagePath('/', language)}">
    ${emblem(frame)}
    <span>${publisher && html`<small>${publisher}</small> `}${textIn(site.title, language)}</span>
  </a>`;
}

function header(page: Page, frame: Frame): Html {
  const { language, words, pathIn } = frame;
  const entries = [
    ['plans', '/', words.plans],
    ['commitments', '/commitments', words.commitments],
    ['organisations', '/organisations', words.organisations],
    ['data', '/data', words.data],
  ] as const;
  // A commitment belongs to the list's menu entry, but is another page.
  const [here] = pathIn(language).split('?');
  return html`<header class="site-header">
    <div class="wide">
      ${brand(frame)} ${LANGUAGES.length > 1 && languageSwitch(language, words.languages, pathIn)}
      <nav class="menu" aria-label="${words.mainMenu}">
        <ul>
          ${entries.map(
            ([section, path, label]) =>
              html`<li>
                <a
                  href="${pagePath(path, language)}"
                  ${section === page.section && html`aria-current="${path === here ? 'page' : 'true'}"`}
                  >${label}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </div>
  </header>`;
}

function footer(frame: Frame): Html {
  const { language, words, site } = frame;
  const publisher = textIn(site.publisher?.name ?? {}, language);
  return html`<footer class="site-footer">
    <div class="wide">
      <p class="printed">
        ${labelled(words.printedOn, html`<span data-today>${dateOf(site.today, 'day', language)}</span>`, frame)}
      </p>
      <p>${words.footerData} <a href="${pagePath('/data', language)}">${words.data}</a></p>
      <p>
        ${words.licence} <a href="${site.licence.url}" rel="license"><bdi>${site.licence.name}</bdi></a>
        ${
          publisher &&
          html`<br />${labelled(
              words.publisher,
              site.publisher?.homepage
                ? html`<a href="${site.publisher.homepage}">${publisher}</a>`
                : publisher,
              frame,
            )}`
        }
      </p>
      <ul>
        <li><a href="/api/open-data/changes.atom?locale=${language}">${words.changesFeed}</a></li>
        <li><a href="/api/open-data/deadlines.ics?locale=${language}">${words.deadlinesFeed}</a></li>
        <li><a href="/api/open-data/openapi.json">${words.apiDescription}</a></li>
      </ul>
    </div>
  </footer>`;
}

/** A whole page: the layout around a page's content. */
export const layout = (page: Page, frame: Frame): string =>
  `<!doctype html>\n${html`<html lang="${frame.language}" dir="${directionOf(frame.language)}">
    ${head(page, frame)}
    <body>
      <a class="skip" href="#content">${wordsOf(frame.language).skip}</a>
      ${header(page, frame)}
      <main id="content" tabindex="-1">${page.main}</main>
      ${footer(frame)}
    </body>
  </html>`}\n`;
