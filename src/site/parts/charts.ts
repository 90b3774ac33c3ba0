import { html, type Html } from '../html/html';
import type { Counted, SummaryTable } from '../content/summary';
import type { ContentFrame } from '../page';
import { dividedBar } from './bars';
import { chartRows, type ChartRow } from './chart-rows';
import { dateText } from './dates';
import { numberIn } from './number';
import { statusClass, statusLabel, statusShape } from './labels';
import { listed } from '../words/words';

/** The chart's dimension, and whether its rows are divided by status. */
const CHARTS = [
  { table: 'commitments_by_plan_and_status', hasStatus: true },
  { table: 'reports_by_period_and_status', hasStatus: true },
  { table: 'milestones_due_by_month', hasStatus: false },
] as const;

/** A bar with the length of its row's value, divided by status. */
const rowBar = ({ counts }: ChartRow, most: number, hasStatus: boolean): Html =>
  dividedBar(
    counts.map(([status, count]) => [hasStatus ? statusClass(status) : 'plain-bar', count]),
    most,
  );

const statusesOf = (rows: readonly ChartRow[]): string[] => [
  ...new Set(rows.flatMap(({ counts }) => counts.map(([status]) => status))),
];

/** The legend, with shapes and words. */
const legend = (rows: readonly ChartRow[], frame: ContentFrame): Html =>
  html`<ul class="legend">
    ${statusesOf(rows).map(
      (status) =>
        html`<li class="${statusClass(status)}">
          <span>${statusShape(status)}${statusLabel(status, frame)}</span>
        </li>`,
    )}
  </ul>`;

function chartTable(rows: readonly ChartRow[], hasStatus: boolean, label: string, frame: ContentFrame): Html {
  const { words } = frame;
  const shown = (count: number) => numberIn(frame.language, count);
  const statuses = statusesOf(rows);
  const headings = hasStatus ? statuses.map((status) => statusLabel(status, frame)) : [];
  return html`<details>
    <summary>${words.asTable}</summary>
    <div class="scroll" role="region" aria-label="${label}" tabindex="0">
      <table>
        <thead>
          <tr>
            <td></td>
            ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
            <th scope="col">${words.inAll}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ label: name, counts, total }) => {
            const known = new Map(counts);
            return html`<tr>
              <th scope="row">${name}</th>
              ${hasStatus && statuses.map((status) => html`<td>${shown(known.get(status) ?? 0)}</td>`)}
              <td>${shown(total)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Label of a row: a month in its precision, else the labels of its values. */
const labelIn =
  (frame: ContentFrame, isMonth: boolean) =>
  (values: readonly (Counted | null)[]): string => {
    const { words, language } = frame;
    if (!isMonth)
      return listed(
        values.map((value) => value?.label ?? words.notStated),
        frame,
      );
    const [month, precision] = values;
    // A day is counted with its month.
    const shown = precision?.value === 'day' ? 'month' : (precision?.value ?? 'month');
    return (month && dateText(`${month.value.slice(0, 7)}-01`, shown, language)) ?? words.notStated;
  };

/** Charts of the API's counts, each with its numbers as a table; nothing without data. */
export function charts(tables: readonly SummaryTable[], frame: ContentFrame): Html {
  const figures = CHARTS.flatMap(({ table: name, hasStatus }) => {
    const table = tables.find((candidate) => candidate.name === name);
    const rows = table ? chartRows(table, labelIn(frame, !hasStatus)) : [];
    if (!table || rows.length === 0) return [];
    const most = Math.max(...rows.map(({ total }) => total));
    return [
      html`<figure class="card chart">
        <figcaption><h3>${table.label}</h3></figcaption>
        <dl>
          ${rows.map(
            (row) =>
              html`<div>
                <dt>${row.label}</dt>
                <dd>${rowBar(row, most, hasStatus)} <b>${numberIn(frame.language, row.total)}</b></dd>
              </div>`,
          )}
        </dl>
        ${hasStatus && legend(rows, frame)} ${chartTable(rows, hasStatus, table.label, frame)}
      </figure>`,
    ];
  });
  if (figures.length === 0) return html``;
  return html`<section aria-labelledby="charts" class="charts">
    <h2 id="charts">${frame.words.charts}</h2>
    <div class="cards">${figures}</div>
  </section>`;
}
