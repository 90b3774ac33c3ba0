import { byDeadline } from '../content/orders';
import { isDue } from '../content/overview';
import type { Milestone } from '../content/records';
import { html, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { dateOf } from './dates';
import { statusBadge } from './labels';
import { codeBefore, commitmentLink } from './links';
import { titleHtml } from './localized-html';

/** The first milestones of a list that are due and not overdue, the next one first. */
export const dueNext = (milestones: readonly Milestone[], count: number): Milestone[] =>
  milestones.filter(isDue).sort(byDeadline).slice(0, count);

/** Milestones with their deadline and commitment. */
export const deadlineList = (milestones: readonly Milestone[], frame: ContentFrame): Html =>
  html`<ol class="deadlines">
    ${milestones.map(({ code, title, status, timeframe, commitmentId }) => {
      const commitment = frame.overview.commitmentById.get(commitmentId ?? '');
      return html`<li>
        <p class="when">${dateOf(timeframe.endDate, timeframe.endPrecision, frame.language)}</p>
        <div>
          <p>${codeBefore(code)}${titleHtml(title, frame)} ${statusBadge(status, frame)}</p>
          ${commitment && html`<p class="muted">${commitmentLink(commitment, frame)}</p>`}
        </div>
      </li>`;
    })}
  </ol>`;
