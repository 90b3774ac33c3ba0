import type { Milestone } from '../content/records';
import { html, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { dateOf } from './dates';
import { statusBadge } from './labels';
import { codeBefore, commitmentLink } from './links';
import { sayTitle } from './told';

const OVER = ['completed', 'not-completed', 'withdrawn'];

/** The milestones with the next deadlines: not in a final state, and not overdue. */
export function dueNext(milestones: readonly Milestone[], count: number): Milestone[] {
  return milestones
    .filter(
      ({ status, isOverdue, timeframe: { endDate, endPrecision } }) =>
        endDate !== null && endPrecision !== 'none' && !isOverdue && !OVER.includes(status ?? ''),
    )
    .sort((one, other) => (one.timeframe.endDate as string).localeCompare(other.timeframe.endDate as string))
    .slice(0, count);
}

/** The milestones that are due next of all. */
export const nextDeadlines = ({ overview }: Pick<ContentFrame, 'overview'>, count: number): Milestone[] =>
  dueNext(overview.milestones, count);

/** Milestones with their deadline and commitment. */
export const deadlineList = (milestones: readonly Milestone[], frame: ContentFrame): Html =>
  html`<ol class="deadlines">
    ${milestones.map(({ code, title, status, timeframe, commitmentId }) => {
      const commitment = frame.overview.commitmentById.get(commitmentId ?? '');
      return html`<li>
        <p class="when">${dateOf(timeframe.endDate, timeframe.endPrecision, frame.language)}</p>
        <div>
          <p>${codeBefore(code)}${sayTitle(title, frame)} ${statusBadge(status, frame)}</p>
          ${commitment && html`<p class="muted">${commitmentLink(commitment, frame)}</p>`}
        </div>
      </li>`;
    })}
  </ol>`;
