import { filteredPath } from '../../list/list-query';
import { pagePath } from '../../addresses';
import { html, type Html } from '../../html/html';
import { plainText } from '../../html/markdown';
import { textFor, type Texts } from '../../languages';
import type { ContentFrame, Page } from '../../page';
import { updateOf } from '../../parts/dates';
import { labelled } from '../../parts/labelled';
import { assessmentLabel, overdueBadge, statusBadge } from '../../parts/labels';
import { codeBefore } from '../../parts/links';
import { lengthClass, sayTitle, titleText } from '../../parts/told';
import { commentsSection } from './comments';
import type { CommitmentContent } from './commitment-content';
import { historySection } from './history';
import { keyFacts } from './key-facts';
import { milestonesSection, prose } from './milestones';
import { relatedSection } from './related';
import { assessmentsSection, reportsSection } from './reports';
import { toolButtons } from './share';
import { useSection } from './use';

/** Search results truncate descriptions at about this length. */
const DESCRIPTION_LENGTH = 200;

function textSection(id: string, heading: string, texts: Texts, frame: ContentFrame): Html {
  const text = prose(texts, frame, 2);
  return `${text}` === ''
    ? html``
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${text}
      </section>`;
}

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
              <a
                href="${plan.slug === null ? pagePath('/', language) : filteredPath({ plan: plan.slug }, language)}"
                >${sayTitle(plan.title, frame)}</a
              >
            </li>`
          }
        </ol>
      </nav>
      <header class="page-header">
        <h1 class="${lengthClass(title)}">
          ${codeBefore(commitment.code)}${sayTitle(commitment.title, frame)}
        </h1>
        <p class="badges">
          ${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}
          <span class="assessment"
            >${labelled(words.assessment, assessmentLabel(commitment.assessment, frame), frame)}</span
          >
          <span class="muted">${labelled(words.updated, updateOf(commitment, frame), frame)}</span>
        </p>
        ${toolButtons(frame)}
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
      ${milestonesSection(milestones, details, frame)} ${assessmentsSection(commitment, details, frame)}
      ${historySection(history, milestones, frame)}
      ${commentsSection(comments, { commitmentId: commitment.id, areOpen: areCommentsOpen }, frame)}
      ${relatedSection(commitment, frame)} ${useSection(commitment, frame)}
    </div>`,
  };
}
