import type { Commitment } from '../content/records';
import { html, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { progressLine } from './bars';
import { timeframeOf } from './dates';
import { labelled } from './labelled';
import { assessmentLabel, overdueBadge, statusBadge } from './labels';
import { codeBefore, commitmentLink, organisationLinks } from './links';
import { progressOf } from './progress';
import { sayTitle } from './told';

/** A commitment as lists show it. */
export function commitmentCard(commitment: Commitment, frame: ContentFrame): Html {
  const { overview, words } = frame;
  const plan = overview.planById.get(commitment.planId ?? '');
  const leads = organisationLinks(commitment.leadIds, frame);
  return html`<article class="card commitment ${commitment.isOverdue && 'is-overdue'}">
    <h3>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</h3>
    <p class="badges">
      ${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}
      ${
        commitment.assessment !== null &&
        html`<span class="assessment"
          >${labelled(words.assessment, assessmentLabel(commitment.assessment, frame), frame)}</span
        >`
      }
    </p>
    ${progressLine(progressOf(overview.milestonesOf.get(commitment.id) ?? []), frame)}
    <dl class="inline">
      <div>
        <dt>${words.timeframe}</dt>
        <dd>${timeframeOf(commitment.timeframe, frame)}</dd>
      </div>
      ${
        `${leads}` !== '' &&
        html`<div>
          <dt>${words.leadAgency}</dt>
          <dd>${leads}</dd>
        </div>`
      }
      ${
        plan &&
        html`<div>
          <dt>${words.plan}</dt>
          <dd>${sayTitle(plan.title, frame)}</dd>
        </div>`
      }
    </dl>
  </article>`;
}

/** Commitments below each other. */
export const commitmentCards = (commitments: readonly Commitment[], frame: ContentFrame): Html =>
  html`<ul class="card-list">
    ${commitments.map((commitment) => html`<li>${commitmentCard(commitment, frame)}</li>`)}
  </ul>`;
