import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { foldedOnPhones } from '../../parts/fold';
import { shareParts } from './share';

const FORMATS = ['csv', 'json', 'xlsx', 'xml', 'jsonld'];

/** Formats and links for reusing the page's data. */
export function useSection(commitment: Commitment, frame: ContentFrame): Html {
  const { words, language } = frame;
  return html`<section aria-labelledby="use" class="use">
    <h2 id="use">${words.use}</h2>
    ${foldedOnPhones(
      words.use,
      html`${shareParts(commitment, frame)}
        <h3>${words.dataOfCommitment}</h3>
        <ul class="chips">
          ${FORMATS.map(
            (format) =>
              html`<li>
                <a href="/api/open-data/commitments.${format}?filters[id][$eq]=${commitment.id}" download
                  >${format.toUpperCase()}</a
                >
              </li>`,
          )}
          <li><a href="/api/commitments/${commitment.id}?locale=${language}">API</a></li>
          <li><a href="/api/open-data/changes.atom?locale=${language}&subject=${commitment.id}">Atom</a></li>
          <li>
            <a href="/api/open-data/deadlines.ics?locale=${language}&subject=${commitment.id}">iCalendar</a>
          </li>
        </ul>`,
      frame,
    )}
  </section>`;
}
