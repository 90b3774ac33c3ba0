import type { FoundDocument } from 'strapi-plugin-accountability/server';
import type { Commitment } from '../content/records';
import { html, type Html } from '../html/html';
import type { ContentFrame } from '../page';
import { progressLine } from './bars';
import { timeframeOf } from './dates';
import { foundPlace } from './found-place';
import { labelled } from './labelled';
import { assessmentLabel, overdueBadge, statusBadge } from './labels';
import { codeBefore, commitmentLink, organisationLinks } from './links';
import { progressOf } from './progress';
import { titleHtml } from './localized-html';

/** A commitment as lists show it. @param found where the words of a search are in it */
export function commitmentCard(commitment: Commitment, frame: ContentFrame, found?: FoundDocument): Html {
  const { overview, words } = frame;
  const plan = overview.planById.get(commitment.planId ?? '');
  const leads = organisationLinks(commitment.leadIds, frame);
  return html`<article class="card commitment ${commitment.isOverdue && 'is-overdue'}">
    <h3>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</h3>
    ${found && foundPlace(commitment, found, frame)}
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
          <dd>${titleHtml(plan.title, frame)}</dd>
        </div>`
      }
    </dl>
  </article>`;
}

/** Commitments below each other. @param found where the words of a search are in them, by id */
export const commitmentCards = (
  commitments: readonly Commitment[],
  frame: ContentFrame,
  found?: ReadonlyMap<string, FoundDocument>,
): Html =>
  html`<ul class="card-list">
    ${commitments.map(
      (commitment) => html`<li>${commitmentCard(commitment, frame, found?.get(commitment.id))}</li>`,
    )}
  </ul>`;
