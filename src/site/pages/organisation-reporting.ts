import type { Overview } from '../content/overview';
import type { Commitment, ListedReport } from '../content/records';
import { concerns, periodKey, periodsOf, type ReportingPeriod } from '../content/reporting-periods';
import { html, type Html } from '../html/html';
import { labelledText } from '../parts/labelled';
import type { ContentFrame } from '../page';
import { assessmentLabel, statusBadge } from '../parts/labels';
import { codeBefore, commitmentLink } from '../parts/links';
import { periodName } from '../parts/report-list';

/** The latest periods are shown; a commitment's page has all of its reports. */
const PERIODS = 6;
/** Different results of one commitment in one period, as where several assessed. */
const RESULTS = 3;

/** The periods in which anything was reported on the plans of some commitments, or on these, the latest first. */
function periodsFor(
  organisationId: string,
  leads: readonly Commitment[],
  { reportsUnder }: Pick<Overview, 'reportsUnder'>,
): ReportingPeriod[] {
  const ids = new Set([organisationId, ...leads.flatMap(({ planId }) => planId ?? [])]);
  const isConcerned = (period: ReportingPeriod): boolean =>
    leads.some(({ timeframe }) => concerns(period, timeframe));
  const own = new Set(periodsOf(reportsUnder.get(organisationId) ?? []).map(({ key }) => key));
  return periodsOf([...ids].flatMap((id) => reportsUnder.get(id) ?? []))
    .filter((period) => own.has(period.key) || isConcerned(period))
    .slice(0, PERIODS);
}

/** What a report says: its status, its assessment, or that it is one. */
const resultOf = ({ status, assessment }: ListedReport, frame: ContentFrame): Html =>
  html`${status !== null && statusBadge(status, frame)}
  ${assessment !== null && html`<span>${assessmentLabel(assessment, frame)}</span>`}
  ${status === null && assessment === null && html`<span>${frame.words.report}</span>`}`;

/** What was reported on a commitment in a period. Reports on milestones count where there is no other one. */
function cell(
  { timeframe }: Commitment,
  period: ReportingPeriod,
  reports: readonly ListedReport[],
  frame: ContentFrame,
): Html {
  const inPeriod = reports.filter((report) => report.period && periodKey(report.period) === period.key);
  const own = inPeriod.filter(({ milestoneId }) => milestoneId === null);
  const results = [
    ...new Map(
      (own.length > 0 ? own : inPeriod).map((report) => {
        const result = resultOf(report, frame);
        return [`${result}`, result] as const;
      }),
    ).values(),
  ];
  if (results.length > 0)
    return html`${results.slice(0, RESULTS).map((result) => html`<p class="badges">${result}</p>`)}`;
  return concerns(period, timeframe)
    ? html`<span>${frame.words.noReport}</span>`
    : html`<span class="muted"
        ><span aria-hidden="true">—</span
        ><span class="visually-hidden">${frame.words.notInPeriod}</span></span
      >`;
}

/**
 * How an organisation reported over time: its commitments by the periods in which was reported on their plans.
 * @param commitments all it leads, and those in the table
 */
export function reportingTable(
  organisationId: string,
  { leads, shown }: { readonly leads: readonly Commitment[]; readonly shown: readonly Commitment[] },
  frame: ContentFrame,
): Html {
  const { overview, words } = frame;
  const periods = periodsFor(organisationId, leads, overview);
  if (periods.length === 0) return html`<p>${words.noReports}</p>`;
  return html`<p class="muted">${words.reportingHint}</p>
    <div
      class="scroll"
      role="region"
      aria-label="${labelledText(words.reportingTitle, words.asTable, frame)}"
      tabindex="0"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${words.commitments}</th>
            ${periods.map(({ period }) => html`<th scope="col">${periodName(period, frame)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (commitment) =>
              html`<tr>
                <th scope="row">${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</th>
                ${periods.map(
                  (period) =>
                    html`<td>
                      ${cell(commitment, period, overview.reportsOf.get(commitment.id) ?? [], frame)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
