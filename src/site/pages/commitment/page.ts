import { pagePath, planPath } from '../../addresses';
import { html, type Html } from '../../html/html';
import { plainText } from '../../html/markdown';
import { textFor, type Texts } from '../../languages';
import type { ContentFrame, Page } from '../../page';
import { followSection } from '../../parts/follow';
import { codeBefore } from '../../parts/links';
import { lengthClass, titleHtml, titleText } from '../../parts/localized-html';
import { timeline } from '../../parts/timeline';
import { commentsSection } from './comments';
import type { CommitmentContent } from './commitment-content';
import { contentsList, type Entry } from './contents';
import { historySection } from './history';
import { keyFacts } from './key-facts';
import { longText } from './long-text';
import { milestonesSection } from './milestones';
import { relatedSection } from './related';
import { assessmentsSection, reportsSection } from './reports';
import { timelineRows } from './timeline-rows';
import { toolButtons } from './share';
import { summaryBand } from './summary-band';
import { useSection } from './use';

/** Search results truncate descriptions at about this length. */
const DESCRIPTION_LENGTH = 200;

function textSection(id: string, heading: string, texts: Texts, frame: ContentFrame): Html {
  const text = longText(heading, texts, frame, 2);
  return `${text}` === ''
    ? html``
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${text}
      </section>`;
}

/** Sections that are on every page of a commitment, and the description where there is one. */
const entriesOf = ({ details }: CommitmentContent, { words, language, site }: ContentFrame): Entry[] => [
  ...(textFor(details.description, language) ? [['description', words.description] as const] : []),
  ['reports', words.progressReports],
  ['milestones', words.milestones],
  ['assessments', words.assessments],
  ['history', words.history],
  ['comments', words.comments],
  ...(site.isFollowOpen ? [['follow', words.follow] as const] : []),
  ['use', words.use],
];

/** A commitment with all its published content. */
export function commitmentPage(content: CommitmentContent, frame: ContentFrame): Page {
  const { commitment, details, history, comments, areCommentsOpen } = content;
  const { words, overview, language } = frame;
  const plan = overview.planById.get(commitment.planId ?? '');
  const milestones = overview.milestonesOf.get(commitment.id) ?? [];
  const title = titleText(commitment.title, frame);
  const description = textFor(details.description, language) ?? textFor(details.expectedResult, language);
  return {
    title: commitment.code ? `${commitment.code} ${title}` : title,
    description: description ? plainText(description.text, DESCRIPTION_LENGTH) : title,
    section: 'commitments',
    type: 'article',
    linkedData: content.linkedData,
    scripts: ['share.js', ...(areCommentsOpen || comments.total > 0 ? ['comments.js'] : [])],
    main: html`<div class="wide">
      <nav class="breadcrumb" aria-label="${words.youAreHere}">
        <ol>
          <li><a href="${pagePath('/', language)}">${words.home}</a></li>
          <li><a href="${pagePath('/commitments', language)}">${words.commitments}</a></li>
          ${
            plan &&
            html`<li>
              <a href="${plan.slug === null ? pagePath('/', language) : planPath(plan.slug, language)}"
                >${titleHtml(plan.title, frame)}</a
              >
            </li>`
          }
        </ol>
      </nav>
      <header class="page-header">
        <h1 class="${lengthClass(title)}">
          ${codeBefore(commitment.code)}${titleHtml(commitment.title, frame)}
        </h1>
        ${summaryBand(content, frame)} ${contentsList(entriesOf(content, frame), frame)} ${toolButtons(frame)}
      </header>
      <div class="with-facts">
        ${keyFacts(content, frame)}
        <div class="texts">
          ${textSection('description', words.description, details.description, frame)}
          ${textSection('problem', words.problem, details.problem, frame)}
          ${textSection('expected', words.expectedResult, details.expectedResult, frame)}
        </div>
        <div class="reports">
          ${reportsSection(details, frame)} ${textSection('result', words.result, details.result, frame)}
        </div>
      </div>
      ${milestonesSection(milestones, details, frame)} ${assessmentsSection(commitment, details, frame)}
      ${timeline(timelineRows({ commitment, milestones, history, reports: details.reports }, frame), frame)}
      ${historySection(history, milestones, frame)}
      ${commentsSection(comments, { commitment, areOpen: areCommentsOpen }, frame)}
      ${/* The summary has feed and calendar. */ frame.site.isFollowOpen && followSection(commitment.id, frame)}
      ${relatedSection(commitment, frame)} ${useSection(commitment, frame)}
    </div>`,
  };
}
