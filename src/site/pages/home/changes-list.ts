import { commitmentPath } from '../../addresses';
import type { StatusChange } from '../../content/conversation';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { dateOf, momentOf } from '../../parts/dates';
import { statusClass, statusShape } from '../../parts/labels';
import { codeBefore } from '../../parts/links';
import { titleHtml } from '../../parts/localized-html';
import { changeText } from '../../parts/status-change';

/** What a change is about, linked to its page; null for what is public no more. */
function subjectOf({ subject }: StatusChange, frame: ContentFrame): Html | null {
  const { overview, language } = frame;
  const milestone = overview.milestoneById.get(subject.documentId);
  const commitment = overview.commitmentById.get(milestone?.commitmentId ?? subject.documentId);
  const about = milestone ?? commitment;
  if (!about || !commitment) return null;
  const title = html`${codeBefore(about.code)}${titleHtml(about.title, frame)}`;
  if (commitment.slug === null) return title;
  const anchor = milestone ? `#milestone-${milestone.id}` : '';
  return html`<a href="${commitmentPath(commitment.slug, language)}${anchor}">${title}</a>`;
}

function changeItem(change: StatusChange, frame: ContentFrame): Html {
  const subject = subjectOf(change, frame);
  const { asOf, asOfPrecision, at, to, reason } = change;
  if (subject === null) return html``;
  return html`<li>
    <p>${subject}</p>
    <p class="details">
      <span class="change ${statusClass(to.code)}"
        >${statusShape(to.code)}${changeText({ ...change, asOf: null }, frame)}</span
      >
      <span class="muted">${dateOf(asOf, asOfPrecision, frame.language) ?? momentOf(at, frame)}</span>
    </p>
    ${reason && html`<p class="reason">${frame.words.reason} <span dir="auto">${reason}</span></p>`}
  </li>`;
}

/**
 * The latest changes of status, each with its day and its reason.
 * @param subject id of the document they concern; null for all
 */
export const changesList = (
  changes: readonly StatusChange[],
  frame: ContentFrame,
  subject: string | null = null,
): Html =>
  html`<section aria-labelledby="changes">
    <h2 id="changes">${frame.words.latestChanges}</h2>
    ${
      changes.length === 0
        ? html`<p>${frame.words.noHistory}</p>`
        : html`<ul class="plain entries">
              ${changes.map((change) => changeItem(change, frame))}
            </ul>
            <p>
              <a
                href="/api/open-data/changes.atom?locale=${frame.language}${subject !== null && `&subject=${subject}`}"
                >${frame.words.changesFeed}</a
              >
            </p>`
    }
  </section>`;
