import { sumOf, type Tally } from '../content/status-tally';
import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { dividedBar, statusCounts } from './bars';
import { lateShape, statusClass, statusLabel, statusShape } from './labels';
import { numberIn } from './number';

/** The order of the parts; other statuses follow. */
const ORDER = ['completed', 'in-progress', 'late', 'delayed', 'not-started'];

/** A part of a plan's commitments: those that are overdue, or those of a status that are not. */
export interface StatusPart {
  /** A status; `late` for what is overdue, whatever its status. */
  readonly key: string;
  readonly count: number;
}

/** The statuses of the commitments of a tally: every one is in one part, and none is empty. Pure. */
export function statusPartsOf({
  commitments,
  overdue,
}: Pick<Tally, 'commitments' | 'overdue'>): StatusPart[] {
  const parts = statusCounts(commitments).map(([key, count]) => ({
    key,
    count: count - (overdue.get(key) ?? 0),
  }));
  const rank = ({ key }: StatusPart): number => ORDER.indexOf(key) + 1 || ORDER.length + 1;
  return [...parts, { key: 'late', count: sumOf(overdue) }]
    .filter(({ count }) => count > 0)
    .sort((one, other) => rank(one) - rank(other));
}

/** The CSS class of a part. */
export const statusPartClass = (key: string): string => (key === 'late' ? 'overdue' : statusClass(key));

/** What a part is called: what is in progress and not overdue is on track. */
export function statusPartLabel(key: string, frame: Pick<Frame, 'language' | 'words'>): string {
  if (key === 'late') return frame.words.overdue;
  return key === 'in-progress' ? frame.words.onTrack : statusLabel(key, frame);
}

/** Filters of the list for a part. */
export const statusPartFilters = (key: string): Readonly<Record<'status' | 'overdue', string | null>> =>
  key === 'late' ? { status: null, overdue: 'true' } : { status: key, overdue: 'false' };

/** One bar for all commitments of a tally. Decorative: its numbers are in the legend. */
export function statusPartsBar(parts: readonly StatusPart[]): Html {
  return dividedBar(
    parts.map(({ key, count }) => [statusPartClass(key), count]),
    parts.reduce((sum, { count }) => sum + count, 0),
  );
}

/**
 * The parts in words, each with its number.
 * @param link address of a part's list
 */
export const statusPartsLegend = (
  parts: readonly StatusPart[],
  frame: Pick<Frame, 'language' | 'words'>,
  link?: (key: string) => string,
): Html =>
  html`<ul class="legend standing">
    ${parts.map(({ key, count }) => {
      const shape = key === 'late' ? lateShape : statusShape(key);
      const label = html`${shape}${statusPartLabel(key, frame)}`;
      // What has no status cannot be filtered by it.
      const isLink = link !== undefined && key !== '';
      return html`<li class="${statusPartClass(key)}">
        <b>${numberIn(frame.language, count)}</b>
        ${isLink ? html`<a href="${link(key)}">${label}</a>` : html`<span>${label}</span>`}
      </li>`;
    })}
  </ul>`;
