import { pagePath } from '../addresses';
import { html } from '../html/html';
import { LANGUAGES } from '../languages';
import type { Frame, Page } from '../page';
import { wordsOf } from '../words/words';

/** Nothing is published at the address. */
export const notFoundPage = ({ words, language }: Frame): Page => ({
  title: words.notFound,
  description: words.notFoundText,
  isIndexed: false,
  main: html`<div class="wide message">
    <p class="big" aria-hidden="true">404</p>
    <h1>${words.notFound}</h1>
    <p>${words.notFoundText}</p>
    <p class="actions">
      <a class="button" href="${pagePath('/commitments', language)}">${words.toList}</a>
      <a href="${pagePath('/', language)}">${words.toHome}</a>
    </p>
  </div>`,
});

/**
 * What is shown while the site cannot read its data, in all languages: it needs no database and no file. Its script
 * looks now and then whether the page is there again; without scripts a link does.
 * @param address of the page that was asked for
 */
export const unavailablePage = (address: string, asset: (file: string) => string): string =>
  `<!doctype html>\n${html`<html lang="${LANGUAGES[0]}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>${LANGUAGES.map((language) => wordsOf(language).unavailable).join(' · ')}</title>
      <link rel="stylesheet" href="${asset('site.css')}" />
      <script type="module" src="${asset('recover.js')}"></script>
    </head>
    <body>
      <main class="wide message">
        ${LANGUAGES.map(
          (language, index) =>
            html`<div lang="${language}">
              ${
                index === 0
                  ? html`<h1>${wordsOf(language).unavailable}</h1>`
                  : html`<h2>${wordsOf(language).unavailable}</h2>`
              }
              <p>${wordsOf(language).unavailableText}</p>
              <p><a class="button" href="${address}">${wordsOf(language).tryAgain}</a></p>
            </div>`,
        )}
      </main>
    </body>
  </html>`}\n`;
