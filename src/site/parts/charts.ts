import { groupedBy, type Overview } from '../content/overview';
import { html, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { dividedBar } from './bars';
import { dateText } from './dates';
import { titleText } from './localized-html';
import { numberIn } from './number';

/** Rows of a chart that answers for the first ones only. */
const MAX_ROWS = 12;

/** A row of a chart. */
interface ChartRow {
  readonly label: string;
  readonly total: number;
}

interface Chart {
  readonly label: string;
  /** What the rows are called in the table. */
  readonly rowsLabel: string;
  /** CSS class of the bars. */
  readonly tone: string;
  readonly rows: readonly ChartRow[];
}

/** Who has most commitments that are late. */
function lateByAgency({ overview, ...frame }: ContentFrame): ChartRow[] {
  return [...overview.overdueByAgency]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([id, total]) => {
      const agency = overview.organisationById.get(id);
      return agency ? [{ label: titleText(agency.name, frame), total }] : [];
    })
    .slice(0, MAX_ROWS);
}

/** How many milestones are due in the months ahead; a date of year or quarter precision keeps its own. */
function dueByMonth({ overview, language }: ContentFrame): ChartRow[] {
  const first = firstMonths(overview);
  return [
    ...groupedBy(first, ({ timeframe: { endDate, endPrecision } }) => {
      const precision = endPrecision === 'day' ? 'month' : (endPrecision ?? 'month');
      return dateText(`${(endDate ?? '').slice(0, 7)}-01`, precision, language) ?? '';
    }),
  ]
    .map(([label, milestones]) => ({ label, total: milestones.length }))
    .slice(0, MAX_ROWS);
}

/** The milestones of the next months: the rest of a list that is in order does not have to be looked at. */
function firstMonths({ dueMilestones }: Pick<Overview, 'dueMilestones'>) {
  const months = new Set<string>();
  const end = dueMilestones.findIndex(
    ({ timeframe }) => months.add((timeframe.endDate ?? '').slice(0, 7)).size > MAX_ROWS,
  );
  return end < 0 ? dueMilestones : dueMilestones.slice(0, end);
}

const chartsOf = (frame: ContentFrame): Chart[] => [
  {
    label: frame.words.chartLate,
    rowsLabel: frame.words.agency,
    tone: 'overdue',
    rows: lateByAgency(frame),
  },
  {
    label: frame.words.chartDue,
    rowsLabel: frame.words.end,
    tone: 'plain-bar',
    rows: dueByMonth(frame),
  },
];

function chartTable({ label, rowsLabel, rows }: Chart, { words, language }: ContentFrame): Html {
  return html`<details>
    <summary>${words.asTable}</summary>
    <div class="scroll" role="region" aria-label="${label}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${rowsLabel}</th>
            <th scope="col">${words.inAll}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label: name, total }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${numberIn(language, total)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Charts that answer a question each, with their numbers as a table; nothing without data. */
export function charts(frame: ContentFrame): Html {
  const figures = chartsOf(frame).flatMap((chart) => {
    const { label, tone, rows } = chart;
    if (rows.length === 0) return [];
    const most = Math.max(...rows.map(({ total }) => total));
    return [
      html`<figure class="chart">
        <figcaption><h3>${label}</h3></figcaption>
        <dl>
          ${rows.map(
            (row) =>
              html`<div>
                <dt>${row.label}</dt>
                <dd>
                  ${dividedBar([[tone, row.total]], most)} <b>${numberIn(frame.language, row.total)}</b>
                </dd>
              </div>`,
          )}
        </dl>
        ${chartTable(chart, frame)}
      </figure>`,
    ];
  });
  if (figures.length === 0) return html``;
  return html`<section aria-labelledby="charts" class="charts">
    <h2 id="charts">${frame.words.charts}</h2>
    <div class="columns">${figures}</div>
  </section>`;
}
