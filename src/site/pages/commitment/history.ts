import type { StatusChange } from '../../content/conversation';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf, dateText, momentOf } from '../../parts/dates';
import { statusClass, statusLabel, statusShape } from '../../parts/labels';
import { fill } from '../../words/words';

/** Every change of the status with its reason, latest first. */
export function historySection(changes: readonly StatusChange[], frame: ContentFrame): Html {
  const { words } = frame;
  return html`<section aria-labelledby="history">
    <h2 id="history">${words.history}</h2>
    ${
      changes.length === 0
        ? html`<p>${words.noHistory}</p>`
        : html`<ol class="history">
            ${changes.map(({ at, asOf, asOfPrecision, from, to, reason }) => {
              const names = {
                from: from === null ? '' : statusLabel(from.code, frame),
                to: statusLabel(to.code, frame),
              };
              const asOfText = dateText(asOf, asOfPrecision, frame.language);
              const told = from === null ? fill(words.historyFirst, names) : fill(words.historyFrom, names);
              return html`<li class="${statusClass(to.code)}">
                <p class="when">${dateOf(asOf, asOfPrecision, frame.language) ?? momentOf(at, frame)}</p>
                <div>
                  <p>
                    ${statusShape(to.code)}
                    ${asOfText === null ? told : fill(words.historyAsOf, { told: from === null ? names.to : told, date: asOfText })}
                  </p>
                  ${reason && html`<p class="reason">${words.reason} <span dir="auto">${reason}</span></p>`}
                </div>
              </li>`;
            })}
          </ol>`
    }
  </section>`;
}
