import { pagePath } from '../addresses';
import { html } from '../html/html';
import { DEFAULT_LANGUAGE, directionOf, LANGUAGES } from '../languages';
import type { Frame, Page } from '../page';
import { wordsOf } from '../words/words';

const messagePage = (
  { words, language }: Frame,
  { status, title, text }: { status: number; title: string; text: string },
): Page => ({
  title,
  description: text,
  isIndexed: false,
  main: html`<div class="wide message">
    <p class="big" aria-hidden="true">${status}</p>
    <h1>${title}</h1>
    <p>${text}</p>
    <p class="actions">
      <a class="button" href="${pagePath('/commitments', language)}">${words.toList}</a>
      <a href="${pagePath('/', language)}">${words.toHome}</a>
    </p>
  </div>`,
});

/** Error page: not found. */
export const notFoundPage = (frame: Frame): Page =>
  messagePage(frame, { status: 404, title: frame.words.notFound, text: frame.words.notFoundText });

/** Error page: the address has too many parameters, or too long ones. */
export const tooLongPage = (frame: Frame): Page =>
  messagePage(frame, {
    status: 414,
    title: frame.words.addressTooLong,
    text: frame.words.addressTooLongText,
  });

/**
 * Error page while data are unavailable, in all languages: it needs no database and no file. Its script checks now
 * and then whether the page is available again; without scripts there is a link.
 * @param address of the requested page
 */
export const unavailablePage = (address: string, asset: (file: string) => string): string =>
  `<!doctype html>\n${html`<html lang="${DEFAULT_LANGUAGE}" dir="${directionOf(DEFAULT_LANGUAGE)}">
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
            html`<div lang="${language}" dir="${directionOf(language)}">
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
