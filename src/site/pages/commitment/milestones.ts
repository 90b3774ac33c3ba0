import type { CommitmentDetails, Evidence } from '../../content/commitment-details';
import type { Milestone } from '../../content/records';
import { webAddress } from '../../addresses';
import { html, joined, type Html } from '../../html/html';
import { markdown } from '../../html/markdown';
import { directionOf, textFor, type Texts } from '../../languages';
import type { ContentFrame } from '../../page';
import { milestoneAnchor } from '../../parts/milestone-anchor';
import { progressSentence, statusFigure } from '../../parts/bars';
import { dateOf, timeframeOf } from '../../parts/dates';
import { assessmentLabel, statusBadge, statusClass, statusShape } from '../../parts/labels';
import { lateBy } from '../../parts/late-by';
import { codeBefore, organisationLinks } from '../../parts/links';
import { fileLink } from '../../parts/media';
import { countByStatus, progressOf } from '../../parts/progress';
import { languageNote, titleHtml } from '../../parts/localized-html';

/**
 * An editor's long text, marked where it is in another language; nothing where it is empty.
 * @param below the level of the heading above it
 */
export function prose(
  texts: Texts | undefined,
  frame: Pick<ContentFrame, 'language' | 'words'>,
  below = 3,
): Html {
  const text = textFor(texts ?? {}, frame.language);
  if (text === null) return html``;
  return text.language === frame.language
    ? html`<div class="prose">${markdown(text.text, below)}</div>`
    : html`<div class="prose" lang="${text.language}" dir="${directionOf(text.language)}">
          ${markdown(text.text, below)}
        </div>
        <p>${languageNote(text, frame)}</p>`;
}

const isEmpty = (content: Html): boolean => `${content}` === '';

/** A row of a list of facts; nothing without a value. */
export const fact = (label: string, content: Html): Html =>
  isEmpty(content)
    ? html``
    : html`<div>
        <dt>${label}</dt>
        <dd>${content}</dd>
      </div>`;

/** Evidence: a page, a file, or both. */
function evidenceItem({ title, url, file }: Evidence, frame: ContentFrame): Html {
  const address = webAddress(url);
  if (address === null)
    return html`<li>${file ? fileLink(file, title, frame) : html`<bdi>${title}</bdi>`}</li>`;
  const link = html`<a href="${address}" rel="noopener"><bdi>${title}</bdi></a>`;
  if (!file) return html`<li>${link}</li>`;
  return html`<li>${link}${frame.words.semicolon}${fileLink(file, file.name, frame)}</li>`;
}

export const evidenceList = (evidence: readonly Evidence[], frame: ContentFrame): Html =>
  evidence.length === 0
    ? html``
    : html`<ul class="evidence">
        ${evidence.map((item) => evidenceItem(item, frame))}
      </ul>`;

function milestoneItem(milestone: Milestone, details: CommitmentDetails, frame: ContentFrame): Html {
  const { words } = frame;
  const { code, title, status, assessment, isOverdue } = milestone;
  const more = details.milestones.get(milestone.id);
  return html`<li id="${milestoneAnchor(milestone)}" class="${statusClass(status)}">
    <span class="marker">${statusShape(status)}</span>
    <details ${isOverdue && html`open`}>
      <summary>
        <h3>${codeBefore(code)}${titleHtml(title, frame)}</h3>
        <span class="badges">
          ${statusBadge(status, frame)} ${isOverdue && lateBy(milestone, frame)}
          <span class="muted"
            >${dateOf(milestone.timeframe.endDate, milestone.timeframe.endPrecision, frame.language)}</span
          >
        </span>
      </summary>
      <dl class="facts">
        ${fact(words.indicator, prose(more?.indicator, frame))}
        ${fact(words.timeframe, timeframeOf(milestone.timeframe, frame))}
        ${fact(words.partners, organisationLinks(milestone.partnerIds, frame))}
        ${fact(words.responsible, organisationLinks(milestone.responsibleIds, frame))}
        ${fact(words.result, prose(more?.result, frame))}
        ${fact(words.assessment, assessment === null ? html`` : html`${assessmentLabel(assessment, frame)}`)}
        ${fact(words.evidence, evidenceList(more?.evidence ?? [], frame))}
      </dl>
    </details>
  </li>`;
}

function milestonesTable(milestones: readonly Milestone[], frame: ContentFrame): Html {
  const { words, language } = frame;
  const orNone = (content: Html | null): Html =>
    content === null || isEmpty(content) ? html`<span class="muted">—</span>` : content;
  return html`<details class="table-details">
    <summary>${words.milestonesTable}</summary>
    <div class="scroll" role="region" aria-label="${words.milestonesTable}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${[
              words.code,
              words.milestone,
              words.start,
              words.end,
              words.responsible,
              words.partners,
              words.status,
              words.assessment,
            ].map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${milestones.map(
            ({ code, title, timeframe, responsibleIds, partnerIds, status, assessment }) =>
              html`<tr>
                <td>${code ? html`<bdi>${code}</bdi>` : html`<span class="muted">—</span>`}</td>
                <th scope="row">${titleHtml(title, frame)}</th>
                <td>${orNone(dateOf(timeframe.startDate, timeframe.startPrecision, language))}</td>
                <td>${orNone(dateOf(timeframe.endDate, timeframe.endPrecision, language))}</td>
                <td>${orNone(organisationLinks(responsibleIds, frame))}</td>
                <td>${orNone(organisationLinks(partnerIds, frame))}</td>
                <td>${statusBadge(status, frame)}</td>
                <td>
                  ${assessment === null ? html`<span class="muted">—</span>` : assessmentLabel(assessment, frame)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The milestones in order: as a timeline, each folded to a line unless it is late, and as a table. */
export function milestonesSection(
  milestones: readonly Milestone[],
  details: CommitmentDetails,
  frame: ContentFrame,
): Html {
  const { words } = frame;
  return html`<section aria-labelledby="milestones">
    <h2 id="milestones">${words.milestones}</h2>
    ${
      milestones.length === 0
        ? html`<p>${words.noMilestones}</p>`
        : html`<p>${progressSentence(progressOf(milestones), frame)}</p>
            ${statusFigure(countByStatus(milestones), frame)}
            <ol class="timeline">
              ${joined(
                milestones.map((milestone) => milestoneItem(milestone, details, frame)),
                '',
              )}
            </ol>
            ${milestonesTable(milestones, frame)}`
    }
  </section>`;
}
