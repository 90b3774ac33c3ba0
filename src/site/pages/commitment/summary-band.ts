import type { Commitment } from '../../content/records';
import { html, joined, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { progressSentence } from '../../parts/bars';
import { dateOf, updateOf } from '../../parts/dates';
import { overdueBadge, statusBadge } from '../../parts/labels';
import { lateBy } from '../../parts/late-by';
import { organisationLinks } from '../../parts/links';
import { progressOf } from '../../parts/progress';
import type { CommitmentContent } from './commitment-content';
import { fact } from './milestones';
import { periodOf } from './reports';

/** The end date as a link's neighbours know it, and by how much it has been missed. */
function deadline(commitment: Commitment, frame: ContentFrame): Html {
  const { endDate, endPrecision } = commitment.timeframe;
  const end = dateOf(endDate, endPrecision, frame.language);
  if (!end) return html`${frame.words.notStated}`;
  return html`${end}${commitment.isOverdue && html` <br />${lateBy(commitment, frame)}`}`;
}

/** The latest report, linked to its place. */
function lastReport({ details }: Pick<CommitmentContent, 'details'>, frame: ContentFrame): Html {
  const [report] = details.reports;
  if (!report) return html``;
  const published = dateOf(report.publishedOn, 'day', frame.language);
  return html`<a href="#reports">${periodOf(report, frame, false)}</a
    >${published && html` <br /><span class="muted">${published}</span>`}`;
}

/** By mail, and the feeds of this commitment only. */
const follow = ({ id }: Pick<Commitment, 'id'>, { language, words, site }: ContentFrame): Html =>
  joined(
    [
      ...(site.isFollowOpen ? [html`<a href="#follow">${words.followByMail}</a>`] : []),
      html`<a href="/api/open-data/changes.atom?locale=${language}&subject=${id}">Atom</a>`,
      html`<a href="/api/open-data/deadlines.ics?locale=${language}&subject=${id}">iCalendar</a>`,
    ],
    ' · ',
  );

/** The summary: status, deadline, delay, progress, responsible organisations and the latest report. */
export function summaryBand(
  content: Pick<CommitmentContent, 'commitment' | 'details'>,
  frame: ContentFrame,
): Html {
  const { words, overview } = frame;
  const { commitment } = content;
  const progress = progressOf(overview.milestonesOf.get(commitment.id) ?? []);
  return html`<section class="summary" aria-label="${words.atAGlance}">
    <dl>
      ${fact(words.status, html`${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}`)}
      ${fact(words.deadline, deadline(commitment, frame))}
      ${fact(words.milestones, progress === null ? html`` : html`<a href="#milestones">${progressSentence(progress, frame)}</a>`)}
      ${fact(words.leadAgency, organisationLinks(commitment.leadIds, frame))}
      ${fact(words.lastReport, lastReport(content, frame))}
      ${fact(words.updated, updateOf(commitment, frame))} ${fact(words.follow, follow(commitment, frame))}
    </dl>
  </section>`;
}
