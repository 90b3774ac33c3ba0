import { implementationStatuses } from '../../accountability/vocabularies';
import type { StatusCounts } from '../content/status-tally';
import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { fill } from '../words/words';
import { statusClass, statusLabel, statusShape } from './labels';
import { numberIn } from './number';
import type { Progress } from './progress';

/** Statuses in the order of the workflow, each with its number; those without any are omitted. */
export function statusCounts(counts: StatusCounts): [string, number][] {
  const known = implementationStatuses.map(({ value }) => value);
  const order = [...known, ...[...counts.keys()].filter((status) => !known.includes(status))];
  return order.flatMap((status) => {
    const count = counts.get(status);
    return count ? [[status, count] as [string, number]] : [];
  });
}

const WIDTH = 1000;
/** Minimum width of a part: one of a thousand is visible too. */
const MIN_WIDTH = 20;

/**
 * A bar of parts, each with its class. Decorative: its content is in the text beside it.
 * @param whole total of the parts
 */
export function dividedBar(
  parts: readonly (readonly [className: string, count: number])[],
  whole: number,
): Html {
  const widths = parts.map(([, count]) => (count > 0 ? Math.max((count / whole) * WIDTH, MIN_WIDTH) : 0));
  // Where the minimum widths exceed their share, all are reduced.
  const scale = Math.min(1, WIDTH / widths.reduce((sum, width) => sum + width, 0));
  let x = 0;
  const drawn = parts.map(([className], index) => {
    const width = (widths[index] as number) * scale;
    const part = html`<rect
      class="${className}"
      x="${x.toFixed(1)}"
      y="0"
      width="${width.toFixed(1)}"
      height="12"
    />`;
    x += width;
    return part;
  });
  return html`<svg
    class="bar"
    viewBox="0 0 ${WIDTH} 12"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${drawn}
  </svg>`;
}

/** A bar divided by status, filled completely. */
export const statusBar = (counts: readonly (readonly [status: string, count: number])[]): Html =>
  dividedBar(
    counts.map(([status, count]) => [statusClass(status), count]),
    counts.reduce((sum, [, count]) => sum + count, 0),
  );

/**
 * A bar with a legend below, each status with its number.
 * @param link address of a status's list
 */
export const statusFigure = (
  numbers: StatusCounts,
  frame: Pick<Frame, 'language' | 'words'>,
  link?: (status: string) => string,
): Html => {
  const counts = statusCounts(numbers);
  return html`${statusBar(counts)}
    <ul class="legend">
      ${counts.map(([status, count]) => {
        const label = html`${statusShape(status)}${statusLabel(status, frame)}`;
        const isLink = link !== undefined && status !== '';
        return html`<li class="${statusClass(status)}">
          ${isLink ? html`<a href="${link(status)}">${label}</a>` : html`<span>${label}</span>`}
          <b>${numberIn(frame.language, count)}</b>
        </li>`;
      })}
    </ul>`;
};

/** How many milestones are done, in words. */
export const progressSentence = (
  progress: Progress | null,
  { words, language }: Pick<Frame, 'words' | 'language'>,
): string =>
  progress === null
    ? words.noMilestonesYet
    : fill(language, words.milestonesDone, { done: progress.done, all: progress.all });

/** Number of completed milestones, as a sentence and as a bar; without milestones only that there are none. */
export function progressLine(progress: Progress | null, frame: Pick<Frame, 'words' | 'language'>): Html {
  const sentence = progressSentence(progress, frame);
  if (progress === null) return html`<p class="progress muted">${sentence}</p>`;
  return html`<div class="progress">
    <svg
      class="bar"
      viewBox="0 0 ${WIDTH} 12"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="rest" x="0" y="0" width="${WIDTH}" height="12" />
      <rect class="done" x="0" y="0" width="${(progress.share * WIDTH).toFixed(1)}" height="12" />
    </svg>
    <p>${sentence}</p>
  </div>`;
}
