import { textIn } from 'strapi-plugin-accountability/server';
import { commitmentPath, pagePath } from '../addresses';
import type { Commitment } from '../content/records';
import { html, joined, type Html } from '../html/html';
import { directionOf, LANGUAGES, type Language } from '../languages';
import type { ContentFrame, Frame } from '../page';
import { progressLine } from '../parts/bars';
import { dateOf, timeframeOf } from '../parts/dates';
import { dueNext } from '../parts/deadlines';
import { overdueBadge, statusBadge } from '../parts/labels';
import { codeBefore, organisationsOf } from '../parts/links';
import { progressOf } from '../parts/progress';
import { titleHtml, titleText } from '../parts/localized-html';
import { wordsOf } from '../words/words';

/** A document of its own, small and complete without a script: it is embedded by other sites. */
const document = (language: Language, title: string, main: Html, asset: (file: string) => string): string =>
  `<!doctype html>\n${html`<html lang="${language}" dir="${directionOf(language)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>
      <link rel="stylesheet" href="${asset('card.css')}" />
    </head>
    <body>
      <main>${main}</main>
    </body>
  </html>`}\n`;

/** Opens outside of the frame: the embedding page stays open. */
const outerLink = (address: string, content: Html | string, { words }: Pick<Frame, 'words'>): Html =>
  html`<a href="${address}" target="_blank" rel="noopener"
    >${content}<span class="visually-hidden"> (${words.opensInNewTab})</span></a
  >`;

const siteName = ({ site, words, language }: Frame): string =>
  textIn(site.title, language) || words.homeTitle;

const siteLink = (frame: Frame): Html =>
  html`<p class="site">
    ${outerLink(`${frame.base}${pagePath('/', frame.language)}`, siteName(frame), frame)}
  </p>`;

/** The next deadline: of the milestones, else of the commitment. Without either, the time frame. */
function deadlineFact(commitment: Commitment, frame: ContentFrame): Html {
  const { words, overview, language } = frame;
  const [next] = dueNext(overview.milestonesOf.get(commitment.id) ?? [], 1);
  if (!next) {
    return html`<div>
      <dt>${words.timeframe}</dt>
      <dd>${timeframeOf(commitment.timeframe, frame)}</dd>
    </div>`;
  }
  return html`<div>
    <dt>${words.nextDeadline}</dt>
    <dd>
      <b>${dateOf(next.timeframe.endDate, next.timeframe.endPrecision, language)}</b>
      ${codeBefore(next.code)}${titleHtml(next.title, frame)}
    </dd>
  </div>`;
}

/** A commitment's card for other sites: title, progress, and a link. */
export function commitmentCardPage(commitment: Commitment, frame: ContentFrame): string {
  const { words, overview, base, language, asset } = frame;
  const title = titleText(commitment.title, frame);
  const address = `${base}${commitmentPath(commitment.slug ?? '', language)}`;
  const leads = organisationsOf(commitment.leadIds, frame);
  return document(
    language,
    title,
    html`<article>
      <h1>
        ${outerLink(address, html`${codeBefore(commitment.code)}${titleHtml(commitment.title, frame)}`, frame)}
      </h1>
      <p class="badges">
        ${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}
      </p>
      ${progressLine(progressOf(overview.milestonesOf.get(commitment.id) ?? []), frame)}
      <dl>
        ${deadlineFact(commitment, frame)}
        ${
          leads.length > 0 &&
          html`<div>
            <dt>${words.leadAgency}</dt>
            <dd>
              ${joined(
                leads.map(({ name }) => titleHtml(name, frame)),
                words.semicolon,
              )}
            </dd>
          </div>`
        }
      </dl>
      ${siteLink(frame)}
    </article>`,
    asset,
  );
}

/** The card of a commitment that is no longer published. */
export const missingCard = (frame: Frame): string =>
  document(
    frame.language,
    frame.words.cardMissing,
    html`<h1>${frame.words.cardMissing}</h1>
      ${siteLink(frame)}`,
    frame.asset,
  );

/** The card while data are unavailable, in all languages. */
export const unavailableCard = (asset: (file: string) => string): string =>
  document(
    LANGUAGES[0] as Language,
    LANGUAGES.map((language) => wordsOf(language).unavailable).join(' · '),
    html`<h1>
      ${LANGUAGES.map((language) => html`<span lang="${language}" dir="${directionOf(language)}">${wordsOf(language).unavailable}</span>`)}
    </h1>`,
    asset,
  );
