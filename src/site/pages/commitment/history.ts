import type { StatusChange } from '../../content/conversation';
import type { Milestone } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf, dateText, momentOf } from '../../parts/dates';
import { statusClass, statusLabel, statusShape } from '../../parts/labels';
import { codeBefore } from '../../parts/links';
import { sayTitle } from '../../parts/told';
import { fill } from '../../words/words';
import { milestoneAnchor } from './milestones';

/** A move with both its states; a recorded state without a previous one. */
function changeText({ asOf, asOfPrecision, from, to }: StatusChange, frame: ContentFrame): string {
  const { words, language } = frame;
  const state = statusLabel(to.code, frame);
  const date = dateText(asOf, asOfPrecision, language);
  const move = from && fill(language, words.historyFrom, { from: statusLabel(from.code, frame), to: state });
  if (date !== null) return fill(language, words.historyAsOf, { told: move ?? state, date });
  return move ?? fill(language, words.historyFirst, { to: state });
}

/** The milestone of a change, with a link to it on the page; nothing for one of the commitment itself. */
function milestoneLine(
  { subject }: StatusChange,
  milestones: ReadonlyMap<string, Milestone>,
  frame: ContentFrame,
): Html | null {
  const milestone = milestones.get(subject.documentId);
  return milestone
    ? html`<p class="of">
        <a href="#${milestoneAnchor(milestone)}"
          >${codeBefore(milestone.code)}${sayTitle(milestone.title, frame)}</a
        >
      </p>`
    : null;
}

/** Every change of the status and of the milestones' with its reason, latest first. */
export function historySection(
  all: readonly StatusChange[],
  shown: readonly Milestone[],
  frame: ContentFrame,
): Html {
  const { words } = frame;
  const milestones = new Map(shown.map((milestone) => [milestone.id, milestone]));
  // A milestone that was just published may be missing from the page, which is as old as its content.
  const changes = all.filter(
    ({ subject }) => subject.collection === 'commitments' || milestones.has(subject.documentId),
  );
  return html`<section aria-labelledby="history">
    <h2 id="history">${words.history}</h2>
    ${
      changes.length === 0
        ? html`<p>${words.noHistory}</p>`
        : html`<ol class="history">
            ${changes.map((change) => {
              const { at, asOf, asOfPrecision, to, reason } = change;
              return html`<li class="${statusClass(to.code)}">
                <p class="when">${dateOf(asOf, asOfPrecision, frame.language) ?? momentOf(at, frame)}</p>
                <div>
                  ${milestoneLine(change, milestones, frame)}
                  <p>${statusShape(to.code)} ${changeText(change, frame)}</p>
                  ${reason && html`<p class="reason">${words.reason} <span dir="auto">${reason}</span></p>`}
                </div>
              </li>`;
            })}
          </ol>`
    }
  </section>`;
}
