import { firstDayOf, monthOf } from '../content/known-states';
import type { MonthChanges } from '../content/progress-index';
import { statesByPeriod, type PeriodStates } from '../content/progress-series';
import { sumOf, type StatusCounts } from '../content/status-tally';
import { html, type Html } from '../html/html';
import { labelledText } from './labelled';
import type { Frame } from '../page';
import { fill } from '../words/words';
import { statusCounts } from './bars';
import { dateText } from './dates';
import { statusClass, statusLabel, statusShape } from './labels';
import { numberIn } from './number';

const WIDTH = 1000;
const HEIGHT = 200;
/** Share of a column's room that is left empty beside it. */
const GAP = 0.15;

type ChartFrame = Pick<Frame, 'language' | 'words' | 'site'>;

/** From the bottom: what is done is at the base line, so that it can be compared from column to column. */
const STACKED = ['completed', 'in-progress', 'delayed', 'not-started'];

/** Statuses that occur, in the order in which they are stacked. */
function statusesOf(periods: readonly PeriodStates[]): string[] {
  const all = new Map(periods.flatMap(({ counts }) => [...counts]));
  const rank = (status: string): number => STACKED.indexOf(status) + 1 || STACKED.length + 1;
  return statusCounts(all)
    .map(([status]) => status)
    .sort((one, other) => rank(one) - rank(other));
}

function column(
  { counts }: PeriodStates,
  statuses: readonly string[],
  { x, width, whole }: { readonly x: number; readonly width: number; readonly whole: number },
): Html[] {
  let y = HEIGHT;
  return statuses.flatMap((status) => {
    const height = ((counts.get(status) ?? 0) / whole) * HEIGHT;
    if (height === 0) return [];
    y -= height;
    return [
      html`<rect
        class="${statusClass(status)}"
        x="${x.toFixed(1)}"
        y="${y.toFixed(1)}"
        width="${width.toFixed(1)}"
        height="${height.toFixed(1)}"
      />`,
    ];
  });
}

const periodLabel = ({ month, precision }: PeriodStates, { language }: ChartFrame): string =>
  dateText(firstDayOf(month), precision, language) ?? '';

function table(
  periods: readonly PeriodStates[],
  statuses: readonly string[],
  all: number,
  frame: ChartFrame,
): Html {
  const { words, language } = frame;
  const isWhole = periods.every(({ counts }) => sumOf(counts) >= all);
  return html`<details class="table-details">
    <summary>${words.asTable}</summary>
    <div
      class="scroll"
      role="region"
      aria-label="${labelledText(words.progressTitle, words.asTable, frame)}"
      tabindex="0"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${words.progressPeriod}</th>
            ${statuses.map((status) => html`<th scope="col">${statusLabel(status, frame)}</th>`)}
            ${!isWhole && html`<th scope="col">${words.progressUnrecorded}</th>`}
          </tr>
        </thead>
        <tbody>
          ${periods.map(
            (period) =>
              html`<tr>
                <th scope="row">${periodLabel(period, frame)}</th>
                ${statuses.map((status) => html`<td>${numberIn(language, period.counts.get(status) ?? 0)}</td>`)}
                ${!isWhole && html`<td>${numberIn(language, Math.max(0, all - sumOf(period.counts)))}</td>`}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The picture. Decorative: the table says the same. Mirrored by the style sheet like other bars. */
function picture(periods: readonly PeriodStates[], statuses: readonly string[], whole: number): Html {
  const room = WIDTH / periods.length;
  return html`<svg
    class="bar columns-over-time"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="rest" x="0" y="0" width="${WIDTH}" height="${HEIGHT}" />
    ${periods.map((period, index) =>
      column(period, statuses, { x: (index + GAP / 2) * room, width: room * (1 - GAP), whole }),
    )}
  </svg>`;
}

/**
 * How many commitments had which status at the end of each period: a picture, and a table that says the same. Nothing
 * without recorded history.
 * @param now numbers of the commitments now, those without any history among them: they are the end of the last period
 */
export function progressFigure(changes: MonthChanges, now: StatusCounts, frame: ChartFrame): Html {
  const { words, language, site } = frame;
  const periods = statesByPeriod(changes, monthOf(site.today)).map((period, index, { length }) =>
    index === length - 1 ? { ...period, counts: now } : period,
  );
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return html``;
  const statuses = statusesOf(periods);
  const whole = Math.max(...periods.map(({ counts }) => sumOf(counts)), 1);
  return html`<figure class="chart over-time">
    <p>
      ${fill(language, words.progressSentence, {
        done: first.counts.get('completed') ?? 0,
        now: last.counts.get('completed') ?? 0,
        all: whole,
        first: periodLabel(first, frame),
      })}
    </p>
    ${picture(periods, statuses, whole)}
    <p class="ends muted" aria-hidden="true">
      <span>${periodLabel(first, frame)}</span>
      ${periods.length > 1 && html`<span>${periodLabel(last, frame)}</span>`}
    </p>
    <ul class="legend">
      ${statuses.map(
        (status) =>
          html`<li class="${statusClass(status)}">
            <span>${statusShape(status)}${statusLabel(status, frame)}</span>
          </li>`,
      )}
    </ul>
    <figcaption class="muted">${words.progressHint}</figcaption>
    ${table(periods, statuses, whole, frame)}
  </figure>`;
}

/** The same as a section of a page. */
export function progressSection(
  changes: MonthChanges,
  now: StatusCounts,
  frame: ChartFrame,
  {
    heading = frame.words.progressTitle,
    more = html``,
  }: { readonly heading?: string; readonly more?: Html } = {},
): Html {
  const figure = progressFigure(changes, now, frame);
  if (`${figure}` === '') return html``;
  return html`<section aria-labelledby="over-time">
    <h2 id="over-time">${heading}</h2>
    ${figure} ${more}
  </section>`;
}
