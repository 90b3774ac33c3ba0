import { filteredPath } from '../../list/list-query';
import { pagePath, webAddress } from '../../addresses';
import type { CommitmentDetails } from '../../content/commitment-details';
import type { Comments, StatusChange } from '../../content/conversation';
import type { Commitment } from '../../content/records';
import { html, joined, type Html } from '../../html/html';
import { plainText } from '../../html/markdown';
import { told, type Texts } from '../../languages';
import type { ContentFrame, Page } from '../../page';
import { dateOf, momentOf, timeframeOf } from '../../parts/dates';
import { assessmentLabel, overdueBadge, statusBadge } from '../../parts/labels';
import { codeBefore, organisationLinks } from '../../parts/links';
import { sayTitle, titleText } from '../../parts/told';
import { commentsSection } from './comments';
import { historySection } from './history';
import { fact, milestonesSection, prose } from './milestones';
import { relatedSection } from './related';
import { assessmentsSection, reportsSection } from './reports';

/** All that the page of a commitment tells. */
export interface CommitmentContent {
  readonly commitment: Commitment;
  readonly details: CommitmentDetails;
  readonly history: readonly StatusChange[];
  readonly comments: Comments;
  /** The commitment as open data give it as linked data. */
  readonly linkedData: unknown;
  /** Whether the site takes comments at all. */
  readonly areCommentsOpen: boolean;
}

/** Search results cut descriptions at about this many signs. */
const DESCRIPTION_LENGTH = 200;
const FORMATS = ['csv', 'json', 'xlsx', 'xml', 'jsonld'];

function textSection(id: string, heading: string, texts: Texts, frame: ContentFrame): Html {
  const text = prose(texts, frame);
  return `${text}` === ''
    ? html``
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${text}
      </section>`;
}

function themeLinks(codes: readonly string[], filter: 'ogp' | 'sdg', frame: ContentFrame): Html {
  if (codes.length === 0) return html``;
  return html`<ul class="chips">
    ${codes.map((code) => {
      const theme = frame.overview.themeByCode.get(code);
      return html`<li>
        <a href="${filteredPath({ [filter]: code }, frame.language)}"
          >${theme ? sayTitle(theme.name, frame) : code}</a
        >
      </li>`;
    })}
  </ul>`;
}

function keyFacts({ commitment, details }: CommitmentContent, frame: ContentFrame): Html {
  const { words, language } = frame;
  const { timeframe } = commitment;
  const start = dateOf(timeframe.startDate, timeframe.startPrecision, language);
  const end = dateOf(timeframe.endDate, timeframe.endPrecision, language);
  const isPlain = !timeframe.note.ka && !timeframe.note.en;
  return html`<aside class="key-facts" aria-labelledby="facts">
    <h2 id="facts">${words.facts}</h2>
    <dl class="facts">
      ${
        isPlain && start && end
          ? html`${fact(words.start, start)}${fact(words.end, end)}`
          : fact(words.timeframe, timeframeOf(timeframe, frame))
      }
      ${fact(words.ogpValues, themeLinks(commitment.ogpValues, 'ogp', frame))}
      ${fact(words.sdgs, themeLinks(commitment.sdgs, 'sdg', frame))}
      ${fact(words.leadAgencies, organisationLinks(commitment.leadIds, frame))}
      ${fact(words.partners, organisationLinks(commitment.partnerIds, frame))}
      ${fact(
        words.identifiers,
        joined(
          details.identifiers.map(({ scheme, value, url }) => {
            const address = webAddress(url);
            const number = html`<span class="muted">${scheme}:</span> ${value}`;
            return address ? html`<a href="${address}" rel="noopener">${number}</a>` : number;
          }),
          html`<br />`,
        ),
      )}
    </dl>
  </aside>`;
}

function useSection({ commitment }: CommitmentContent, frame: ContentFrame): Html {
  const { words, language, base, pathIn } = frame;
  const address = `${base}${pathIn(language)}`;
  return html`<section aria-labelledby="use" class="use">
    <h2 id="use">${words.use}</h2>
    <p>${words.permanentAddress}: <a class="address" href="${address}">${address}</a></p>
    <p>${words.printHint}</p>
    <h3>${words.dataOfCommitment}</h3>
    <ul class="chips">
      ${FORMATS.map(
        (format) =>
          html`<li>
            <a href="/api/open-data/commitments.${format}?filters[id][$eq]=${commitment.id}" download
              >${format.toUpperCase()}</a
            >
          </li>`,
      )}
      <li><a href="/api/commitments/${commitment.id}?locale=${language}">API</a></li>
      <li><a href="/api/open-data/changes.atom?locale=${language}">Atom</a></li>
      <li><a href="/api/open-data/deadlines.ics?locale=${language}">iCalendar</a></li>
    </ul>
  </section>`;
}

/** A commitment with everything that is published of it, in the order in which one asks for it. */
export function commitmentPage(content: CommitmentContent, frame: ContentFrame): Page {
  const { commitment, details, history, comments, areCommentsOpen } = content;
  const { words, overview, language } = frame;
  const plan = overview.planById.get(commitment.planId ?? '');
  const title = titleText(commitment.title, frame);
  const description = told(details.description, language) ?? told(details.expectedResult, language);
  return {
    title: commitment.code ? `${commitment.code} ${title}` : title,
    description: description ? plainText(description.text, DESCRIPTION_LENGTH) : title,
    section: 'commitments',
    type: 'article',
    linkedData: content.linkedData,
    scripts: areCommentsOpen ? ['comments.js'] : [],
    main: html`<div class="wide">
      <nav class="breadcrumb" aria-label="${words.youAreHere}">
        <ol>
          <li><a href="${pagePath('/', language)}">${words.home}</a></li>
          <li><a href="${pagePath('/commitments', language)}">${words.commitments}</a></li>
          ${
            plan &&
            html`<li>
              <a
                href="${plan.slug === null ? pagePath('/', language) : filteredPath({ plan: plan.slug }, language)}"
                >${sayTitle(plan.title, frame)}</a
              >
            </li>`
          }
        </ol>
      </nav>
      <header class="page-header">
        <h1>${codeBefore(commitment.code)}${sayTitle(commitment.title, frame)}</h1>
        <p class="badges">
          ${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}
          <span class="assessment"
            >${words.assessment}: ${assessmentLabel(commitment.assessment, frame)}</span
          >
          <span class="muted">${words.updated}: ${momentOf(commitment.updatedAt, frame)}</span>
        </p>
      </header>
      <div class="with-facts">
        <div class="texts">
          ${textSection('description', words.description, details.description, frame)}
          ${textSection('problem', words.problem, details.problem, frame)}
          ${textSection('expected', words.expectedResult, details.expectedResult, frame)}
        </div>
        ${keyFacts(content, frame)}
        <div class="reports">
          ${reportsSection(details, frame)} ${textSection('result', words.result, details.result, frame)}
        </div>
      </div>
      ${milestonesSection(overview.milestonesOf.get(commitment.id) ?? [], details, frame)}
      ${assessmentsSection(commitment, details, frame)} ${historySection(history, frame)}
      ${commentsSection(comments, { commitmentId: commitment.id, areOpen: areCommentsOpen }, frame)}
      ${relatedSection(commitment, frame)} ${useSection(content, frame)}
    </div>`,
  };
}
