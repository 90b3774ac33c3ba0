import { periodKinds, ratingSchemes } from '../../accountability/vocabularies';
import type { ListedReport } from '../content/records';
import { html, joined, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { listed } from '../words/words';
import { dateOf } from './dates';
import { labelled } from './labelled';
import { assessmentLabel, labelOf, statusBadge } from './labels';
import { codeBefore, commitmentLink } from './links';

/** "2019, Annual"; with its days where no year is stated, and for periods that are shorter than one. */
export function periodName(period: NonNullable<ListedReport['period']>, frame: ContentFrame): Html {
  const { language } = frame;
  const name = periodText({ period }, frame);
  if (period.year !== null && ['annual', 'mid-term', 'final'].includes(period.kind)) return html`${name}`;
  const days = joined([dateOf(period.start, 'day', language), dateOf(period.end, 'day', language)], ' – ');
  return `${days}` === '' ? html`${name}` : html`${name} (${days})`;
}

/** "2019, Annual"; that it is a report where no period is stated. */
function periodText({ period }: Pick<ListedReport, 'period'>, frame: ContentFrame): string {
  if (period === null) return frame.words.report;
  return listed(
    [period.year, labelOf(periodKinds, period.kind, frame.language)].filter(Boolean).map(String),
    frame,
  );
}

/** Reports of several commitments, each with what it says of the status and how it rates. */
export const reportList = (reports: readonly ListedReport[], frame: ContentFrame): Html =>
  html`<ol class="deadlines">
    ${reports.map((report) => {
      const commitment = frame.overview.commitmentById.get(report.commitmentId ?? '');
      const ratings = report.ratings.map(({ scheme, value }) =>
        labelled(labelOf(ratingSchemes, scheme, frame.language), html`<bdi>${value}</bdi>`, frame),
      );
      return html`<li>
        <p class="when">${dateOf(report.publishedOn, 'day', frame.language) ?? periodText(report, frame)}</p>
        <div>
          ${commitment && html`<p>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</p>`}
          <p class="badges">
            <span>${periodText(report, frame)}</span>
            ${report.status !== null && statusBadge(report.status, frame)}
            ${report.assessment !== null && html`<span>${assessmentLabel(report.assessment, frame)}</span>`}
          </p>
          ${ratings.length > 0 && html`<p class="muted">${joined(ratings, frame.words.semicolon)}</p>`}
        </div>
      </li>`;
    })}
  </ol>`;
