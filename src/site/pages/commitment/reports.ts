import {
  assessorKinds,
  periodKinds,
  ratingSchemes,
  ratingSchemesWithValues,
} from '../../../accountability/vocabularies';
import { appWords } from '../../../words/app-words';
import type { CommitmentDetails, Rating, Report } from '../../content/commitment-details';
import type { Commitment } from '../../content/records';
import { html, joined, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf } from '../../parts/dates';
import { assessmentLabel, labelOf, statusBadge } from '../../parts/labels';
import { organisationLinks } from '../../parts/links';
import { say, titleHtml } from '../../parts/localized-html';
import { milestoneAnchor } from '../../parts/milestone-anchor';
import { identifierLinks } from './identifiers';
import { longText } from './long-text';
import { evidenceList, fact, prose } from './milestones';
import { commaIn, listed } from '../../words/words';

const questions = appWords.section('rating-questions');

/** Schemes that the words explain. */
const QUESTIONS = [
  'completion',
  'verifiability',
  'relevance',
  'potential-for-results',
  'early-results',
  'starred',
  'specificity',
  'did-it-open-government',
] as const;

/** "2019, Annual", with its days where they are known. */
export function periodOf({ period }: Pick<Report, 'period'>, frame: ContentFrame, isWithDays = true): Html {
  const { words, language } = frame;
  if (period === null) return html`${words.report}`;
  const parts = [period.year, labelOf(periodKinds, period.kind, language)].filter(Boolean).map(String);
  const name = listed(parts, frame);
  const days = joined([dateOf(period.start, 'day', language), dateOf(period.end, 'day', language)], ' – ');
  return `${days}` === '' || !isWithDays ? html`${name}` : html`${name} (${days})`;
}

function assessorOf({ assessorKind, assessorName, assessorId }: Report, frame: ContentFrame): Html {
  return joined(
    [
      assessorKind && labelOf(assessorKinds, assessorKind, frame.language),
      say(assessorName, frame),
      assessorId && organisationLinks([assessorId], frame),
    ],
    commaIn(frame),
  );
}

/** What a report says, below its heading. */
function reportContent(report: Report, frame: ContentFrame): Html {
  const { words, overview } = frame;
  const milestone = overview.milestoneById.get(report.milestoneId ?? '');
  return html`<dl class="facts">
      ${fact(words.status, report.status === null ? html`` : statusBadge(report.status, frame))}
      ${fact(
        words.assessment,
        report.assessment === null ? html`` : html`${assessmentLabel(report.assessment, frame)}`,
      )}
      ${fact(words.assessor, assessorOf(report, frame))}
      ${fact(
        words.reportAbout,
        milestone
          ? html`<a href="#${milestoneAnchor(milestone)}">${titleHtml(milestone.title, frame)}</a>`
          : html``,
      )}
      ${fact(words.publishedOn, html`${dateOf(report.publishedOn, 'day', frame.language)}`)}
    </dl>
    ${longText(words.report, report.narrative, frame)}
    ${
      `${prose(report.challenges, frame)}` !== '' &&
      html`<h4>${words.challenges}</h4>
        ${longText(words.challenges, report.challenges, frame, 4)}`
    }
    ${
      report.evidence.length > 0 &&
      html`<h4>${words.evidence}</h4>
        ${evidenceList(report.evidence, frame)}`
    }`;
}

/** Reports by period: the latest one, and the earlier ones folded to a line each. */
export const reportsSection = ({ reports }: CommitmentDetails, frame: ContentFrame): Html =>
  html`<section aria-labelledby="reports">
    <h2 id="reports">${frame.words.progressReports}</h2>
    ${
      reports.length === 0
        ? html`<p>${frame.words.noReports}</p>`
        : reports.map((report, index) => {
            const heading = html`<h3>${periodOf(report, frame)}</h3>`;
            return html`<article class="report">
              ${
                index === 0
                  ? html`${heading}${reportContent(report, frame)}`
                  : html`<details>
                      <summary>${heading}</summary>
                      ${reportContent(report, frame)}
                    </details>`
              }
            </article>`;
          })
    }
  </section>`;

/** A rating word for word, and beside it the step of the scale, in the words of the page, where that says something else. */
function ratingFact({ scheme, value, code }: Rating, { language }: ContentFrame): Html {
  const steps = ratingSchemesWithValues.find((one) => one.code === scheme)?.values ?? [];
  const step = steps.some((one) => one.value === code) ? labelOf(steps, code!, language) : value;
  const asked = QUESTIONS.find((one) => one === scheme);
  return fact(
    labelOf(ratingSchemes, scheme, language),
    html`<q dir="auto">${value}</q>${step.toLowerCase() !== value.toLowerCase() && html` (${step})`}${
        asked && html`<br /><span class="muted">${questions.say(language, asked)}</span>`
      }`,
  );
}

/** Where a rating was published: the evidence of its report, else where the commitment is registered. */
function sourceOf(
  { evidence }: Report,
  { identifiers }: Pick<CommitmentDetails, 'identifiers'>,
  frame: ContentFrame,
): Html {
  const source = evidence.length > 0 ? evidenceList(evidence, frame) : identifierLinks(identifiers, frame);
  return `${source}` === ''
    ? html``
    : html`<div class="source">
        <h4>${frame.words.ratingSource}</h4>
        ${source}
      </div>`;
}

/** The government's judgement beside that of the independent mechanism: neither follows from the other. */
export function assessmentsSection(
  { status, assessment }: Commitment,
  { reports, identifiers }: CommitmentDetails,
  frame: ContentFrame,
): Html {
  const { words } = frame;
  const rated = reports.filter(({ ratings }) => ratings.length > 0);
  return html`<section aria-labelledby="assessments">
    <h2 id="assessments">${words.assessments}</h2>
    <div class="side-by-side">
      <section class="card" aria-labelledby="own">
        <h3 id="own">${words.ownAssessment}</h3>
        <dl class="facts">
          ${fact(words.status, statusBadge(status, frame))}
          ${fact(words.assessment, html`${assessmentLabel(assessment, frame)}`)}
        </dl>
      </section>
      <section class="card" aria-labelledby="independent">
        <h3 id="independent">${words.independentAssessment}</h3>
        ${
          rated.length === 0
            ? html`<p>${words.noIndependentAssessment}</p>`
            : html`<p class="muted">${words.asPublished}</p>
                ${rated.map(
                  (report) =>
                    html`${rated.length > 1 && html`<h4>${periodOf(report, frame)}</h4>`}
                      <dl class="facts">${report.ratings.map((rating) => ratingFact(rating, frame))}</dl>
                      ${sourceOf(report, { identifiers }, frame)}`,
                )}`
        }
      </section>
    </div>
  </section>`;
}
