import type { StatusChange } from '../../content/conversation';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf, dateText, momentOf } from '../../parts/dates';
import { statusClass, statusLabel, statusShape } from '../../parts/labels';
import { fill } from '../../words/words';

/** A move with both its states; a state that was recorded without one before it. */
function changeText({ asOf, asOfPrecision, from, to }: StatusChange, frame: ContentFrame): string {
  const { words, language } = frame;
  const state = statusLabel(to.code, frame);
  const date = dateText(asOf, asOfPrecision, language);
  const move = from && fill(words.historyFrom, { from: statusLabel(from.code, frame), to: state });
  if (date !== null) return fill(words.historyAsOf, { told: move ?? state, date });
  return move ?? fill(words.historyFirst, { to: state });
}

/** Every change of the status with its reason, latest first. */
export function historySection(changes: readonly StatusChange[], frame: ContentFrame): Html {
  const { words } = frame;
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
                  <p>${statusShape(to.code)} ${changeText(change, frame)}</p>
                  ${reason && html`<p class="reason">${words.reason} <span dir="auto">${reason}</span></p>`}
                </div>
              </li>`;
            })}
          </ol>`
    }
  </section>`;
}
