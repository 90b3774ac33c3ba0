import type { StatusChange } from '../../content/conversation';
import type { Milestone } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf, momentOf } from '../../parts/dates';
import { foldedOnPhones } from '../../parts/fold';
import { statusClass, statusShape } from '../../parts/labels';
import { codeBefore } from '../../parts/links';
import { titleHtml } from '../../parts/localized-html';
import { changeText } from '../../parts/status-change';
import { fill } from '../../words/words';
import { milestoneAnchor } from '../../parts/milestone-anchor';

/** Number of changes that are not folded. */
const SHOWN = 5;

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
          >${codeBefore(milestone.code)}${titleHtml(milestone.title, frame)}</a
        >
      </p>`
    : null;
}

function historyList(
  changes: readonly StatusChange[],
  milestones: ReadonlyMap<string, Milestone>,
  frame: ContentFrame,
): Html {
  return html`<ol class="history">
    ${changes.map((change) => {
      const { at, asOf, asOfPrecision, to, reason } = change;
      return html`<li class="${statusClass(to.code)}">
        <p class="when">${dateOf(asOf, asOfPrecision, frame.language) ?? momentOf(at, frame)}</p>
        <div>
          ${milestoneLine(change, milestones, frame)}
          <p>${statusShape(to.code)} ${changeText(change, frame)}</p>
          ${reason && html`<p class="reason">${frame.words.reason} <span dir="auto">${reason}</span></p>`}
        </div>
      </li>`;
    })}
  </ol>`;
}

/** Every change of the status and of the milestones' with its reason, latest first; the earlier ones are folded. */
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
        : foldedOnPhones(
            words.history,
            html`${historyList(changes.slice(0, SHOWN), milestones, frame)}
            ${
              changes.length > SHOWN &&
              html`<details>
                <summary>
                  ${fill(frame.language, words.earlierChanges, { count: changes.length - SHOWN })}
                </summary>
                ${historyList(changes.slice(SHOWN), milestones, frame)}
              </details>`
            }`,
            frame,
          )
    }
  </section>`;
}
