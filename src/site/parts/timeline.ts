import { periodOf, type Precision } from 'strapi-plugin-accountability/server';
import type { Timeframe } from '../content/records';
import { html, type Html } from '../html/html';
import { labelledText } from './labelled';
import { directionOf } from '../languages';
import type { Frame } from '../page';
import { timeframeOf } from './dates';
import { foldedOnPhones } from './fold';
import { mirrored, placeOf, scaleOf, type Place, type Span, type TimelineScale } from './timeline-scale';

/** A change of status, a report, or a milestone of the line: due, completed, or overdue. */
type EventKind = 'change' | 'report' | 'due' | 'done' | 'late';

/** Something that happened, or is to happen, on a line. */
export interface TimelineEvent {
  readonly kind: EventKind;
  readonly date: string;
  readonly precision: string | null;
  /** In words, with its day; null where the text of another event has it. */
  readonly text: Html | null;
}

/** A line of the timeline. */
export interface TimelineRow {
  readonly label: Html;
  readonly timeframe: Timeframe;
  readonly events: readonly TimelineEvent[];
  /** What the table says at the end of its milestones: how many more there are. */
  readonly more?: Html;
}

/** Narrower marks cannot be seen, in percent. */
const MIN_WIDTH = 0.8;

const spanOf = (date: string | null, precision: string | null): Span | null =>
  periodOf(date, precision as Precision | null);

const spansOf = ({ timeframe, events }: TimelineRow): Span[] =>
  [
    spanOf(timeframe.startDate, timeframe.startPrecision),
    spanOf(timeframe.endDate, timeframe.endPrecision),
    ...events.map(({ date, precision }) => spanOf(date, precision)),
  ].flatMap((span) => span ?? []);

type Draw = (span: Span) => Place;

/** How lines are drawn. */
interface Drawing {
  readonly scale: TimelineScale;
  readonly draw: Draw & { readonly isMirrored: boolean };
  /** Where today is, in percent; null where it is outside. */
  readonly today: string | null;
  readonly height: number;
}

const bar = (className: string, { x, width }: Place, y: number, height: number): Html =>
  html`<rect
    class="${className}"
    x="${x.toFixed(2)}%"
    y="${y}"
    width="${Math.max(width, MIN_WIDTH).toFixed(2)}%"
    height="${height}"
  />`;

/** How a kind of event is drawn around a point, and how far below the top of its line. */
const MARKS: Readonly<
  Record<EventKind, { readonly y: number; readonly path: string; readonly style: string }>
> = {
  change: { y: 12, path: 'M-5 0a5 5 0 1 1 10 0a5 5 0 1 1-10 0z', style: 'event' },
  report: { y: 25, path: 'm0-5 5 5-5 5-5-5z', style: 'event' },
  due: { y: 38, path: 'm-4-4h8v8h-8z', style: 'event open' },
  done: { y: 38, path: 'm-4-4h8v8h-8z', style: 'event' },
  late: { y: 38, path: 'm0-6 6 11h-12z', style: 'event past-due' },
};

/** Its shape, over a bar as wide as the time it may have been: a month is as wide as its days. */
function mark({ kind, date, precision }: TimelineEvent, draw: Draw): Html {
  const span = spanOf(date, precision);
  if (!span) return html``;
  const place = draw(span);
  const middle = `${(place.x + place.width / 2).toFixed(2)}%`;
  const { y, path, style } = MARKS[kind];
  return html`<g class="${style}">
    ${span.earliest !== span.latest && bar('maybe', place, y - 1, 2)}
    <svg x="${middle}" y="${y}" overflow="visible"><path d="${path}" /></svg>
  </g>`;
}

/** The picture of a line: what was planned, when it is due, and what happened. Decorative: the table says the same. */
function picture({ timeframe, events }: TimelineRow, { scale, draw, today, height }: Drawing): Html {
  const vertical = (className: string, x: string): Html =>
    html`<line class="${className}" x1="${x}%" x2="${x}%" y1="0" y2="${height}" />`;
  const start = spanOf(timeframe.startDate, timeframe.startPrecision);
  const end = spanOf(timeframe.endDate, timeframe.endPrecision);
  return html`<svg class="time-line" height="${height}" aria-hidden="true" focusable="false">
    ${scale.years.map(({ x }) => vertical('year', mirroredLine(x, draw)))}
    ${
      start &&
      end &&
      start.earliest <= end.latest &&
      bar('planned', draw({ earliest: start.earliest, latest: end.latest }), 8, 8)
    }
    ${end && bar('due', draw(end), 8, 8)} ${today !== null && vertical('now', today)}
    ${events.map((event) => mark(event, draw))}
  </svg>`;
}

/** A single line is mirrored as a place without width is. */
const mirroredLine = (x: number, draw: Drawing['draw']): string => (draw.isMirrored ? 100 - x : x).toFixed(2);

/** Kinds of events that some lines have. */
const kindsOf = (rows: readonly TimelineRow[]): EventKind[] =>
  (['change', 'report', 'due', 'done', 'late'] as const).filter((kind) =>
    rows.some(({ events }) => events.some((event) => event.kind === kind)),
  );

const nameOf = (kind: EventKind, words: Frame['words']): string =>
  ({
    change: words.timelineChanges,
    report: words.timelineReports,
    due: words.timelineMilestoneDue,
    done: words.timelineMilestoneDone,
    late: words.timelineMilestoneLate,
  })[kind];

/** A column of the table: the words of some kinds of events. */
interface Column {
  readonly heading: string;
  readonly kinds: readonly EventKind[];
}

/** Columns that some lines have something in. */
const columnsOf = (rows: readonly TimelineRow[], words: Frame['words']): Column[] => {
  const present = kindsOf(rows);
  const columns: readonly Column[] = [
    { heading: words.timelineChanges, kinds: ['change'] },
    { heading: words.timelineReports, kinds: ['report'] },
    { heading: words.milestones, kinds: ['due', 'done', 'late'] },
  ];
  return columns.filter(({ kinds }) => kinds.some((kind) => present.includes(kind)));
};

function table(rows: readonly TimelineRow[], { words, ...frame }: Pick<Frame, 'language' | 'words'>): Html {
  const of = ({ events, more }: TimelineRow, { kinds }: Column): Html => {
    const texts = events.flatMap(({ kind, text }) => (text !== null && kinds.includes(kind) ? [text] : []));
    if (more && kinds.includes('due')) texts.push(more);
    return texts.length === 0
      ? html`<span class="muted">—</span>`
      : html`<ul class="plain">
          ${texts.map((text) => html`<li>${text}</li>`)}
        </ul>`;
  };
  const columns = columnsOf(rows, words);
  return html`<details class="table-details">
    <summary>${words.asTable}</summary>
    <div
      class="scroll"
      role="region"
      aria-label="${labelledText(words.timelineTitle, words.asTable, { words, ...frame })}"
      tabindex="0"
    >
      <table>
        <thead>
          <tr>
            <td></td>
            ${[words.timelinePlanned, ...columns.map(({ heading }) => heading)].map(
              (heading) => html`<th scope="col">${heading}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.label}</th>
                <td>${timeframeOf(row.timeframe, { words, ...frame })}</td>
                ${columns.map((column) => html`<td>${of(row, column)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The signs that are in the picture. */
const legend = (rows: readonly TimelineRow[], { today }: Drawing, { words }: Pick<Frame, 'words'>): Html => {
  const sign = (content: Html): Html =>
    html`<svg class="time-line sign" width="24" height="16" aria-hidden="true">${content}</svg>`;
  const ends = rows.filter(({ timeframe }) => timeframe.endDate !== null);
  return html`<ul class="legend">
    ${
      ends.some(({ timeframe }) => timeframe.startDate !== null) &&
      html`<li>
        ${sign(html`<rect class="planned" x="0" y="4" width="24" height="8" />`)} ${words.timelinePlanned}
      </li>`
    }
    ${
      ends.length > 0 &&
      html`<li>${sign(html`<rect class="due" x="8" y="4" width="8" height="8" />`)} ${words.timelineDue}</li>`
    }
    ${kindsOf(rows).map(
      (kind) =>
        html`<li>
          ${sign(html`<g class="${MARKS[kind].style}" transform="translate(12 8)"><path d="${MARKS[kind].path}" /></g>`)}
          ${nameOf(kind, words)}
        </li>`,
    )}
    ${
      today !== null &&
      html`<li>${sign(html`<line class="now" x1="12" x2="12" y1="0" y2="16" />`)} ${words.timelineToday}</li>`
    }
  </ul>`;
};

/** Years above the lines; on a phone every other one would touch its neighbour, so that there are eight at most. */
const axis = ({ scale: { years }, draw }: Drawing): Html =>
  html`<li class="axis" aria-hidden="true">
    <span></span>
    <svg class="time-line" height="20" focusable="false">
      ${years.map(({ year, x }) => html`<text x="${mirroredLine(x, draw)}%" y="15">${String(year)}</text>`)}
    </svg>
  </li>`;

/**
 * What was planned, what is due and what happened, line by line: a picture, and a table that says the same. A date that
 * is known by its month is drawn over the month. Nothing without dates.
 * @param parts what is above the picture, and what is below the table
 */
export function timeline(
  rows: readonly TimelineRow[],
  frame: Pick<Frame, 'language' | 'words' | 'site'>,
  parts: { readonly before?: Html; readonly after?: Html } = {},
): Html {
  const { words, language, site } = frame;
  const dated = rows.filter((row) => spansOf(row).length > 0);
  const scale = scaleOf(dated.flatMap(spansOf));
  if (scale === null) return html``;
  const isMirrored = directionOf(language) === 'rtl';
  const draw = Object.assign(
    (span: Span): Place => (isMirrored ? mirrored(placeOf(span, scale)) : placeOf(span, scale)),
    { isMirrored },
  );
  const now = Date.parse(`${site.today}T00:00:00Z`);
  const isInside = now >= scale.start && now < scale.end;
  const drawing: Drawing = {
    scale,
    draw,
    today: isInside ? mirroredLine(((now - scale.start) / (scale.end - scale.start)) * 100, draw) : null,
    height: Math.max(...['report' as const, ...kindsOf(dated)].map((kind) => MARKS[kind].y)) + 7,
  };
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">${words.timelineTitle}</h2>
    ${foldedOnPhones(
      words.timelineTitle,
      html`${parts.before}
        <ul class="time-lines">
          ${axis(drawing)}
          ${dated.map((row) => html`<li><span>${row.label}</span>${picture(row, drawing)}</li>`)}
        </ul>
        ${legend(dated, drawing, frame)} ${table(dated, frame)} ${parts.after}`,
      frame,
    )}
  </section>`;
}
