import { planPath, webAddress } from '../../addresses';
import type { Plan } from '../../content/records';
import { sumOf, type Tally } from '../../content/status-tally';
import { html, type Html } from '../../html/html';
import { filteredPath } from '../../list/list-query';
import type { ContentFrame } from '../../page';
import { shareOfTime } from '../../parts/lateness';
import { percentIn } from '../../parts/number';
import { progressSentence } from '../../parts/bars';
import { progressOfCounts } from '../../parts/progress';
import {
  statusPartsBar,
  statusPartFilters,
  statusPartsLegend,
  statusPartsOf,
} from '../../parts/status-parts';
import { fill } from '../../words/words';

/** A share of 1 as a bar with its words. */
const shareBar = (label: string, share: number, kind: 'time' | 'work', frame: ContentFrame): Html =>
  html`<div class="share ${kind}">
    <dt>${label}</dt>
    <dd>
      <b>${percentIn(frame.language, share)}</b>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="rest" x="0" y="0" width="100" height="4" />
        <rect
          class="${kind === 'work' ? 'done' : 'elapsed'}"
          x="0"
          y="0"
          width="${(share * 100).toFixed(1)}"
          height="4"
        />
      </svg>
    </dd>
  </div>`;

/** "12 of 36 commitments completed". */
const sentence = ({ commitments }: Tally, { words, language }: ContentFrame): string =>
  fill(language, words.commitmentsDone, {
    done: commitments.get('completed') ?? 0,
    all: sumOf(commitments),
  });

/** Time elapsed beside work done; nothing of what is unknown. */
function shares(plan: Plan | undefined, { commitments }: Tally, frame: ContentFrame): Html {
  const time = plan && shareOfTime(plan.timeframe, frame.site.today);
  const { words } = frame;
  return html`<dl class="shares">
    ${time !== null && time !== undefined && shareBar(words.timeElapsed, time, 'time', frame)}
    ${shareBar(words.workDone, (commitments.get('completed') ?? 0) / sumOf(commitments), 'work', frame)}
  </dl>`;
}

/**
 * The statuses of a plan, or of all that is outside of one: one bar, its numbers, and time beside work.
 * @param isOwnPage whether it is on the page of the plan
 */
export function planPanel(
  plan: Plan | undefined,
  tally: Tally,
  frame: ContentFrame,
  { isOwnPage = false }: { readonly isOwnPage?: boolean } = {},
): Html {
  const { words, language } = frame;
  if (sumOf(tally.commitments) === 0) return html`<p>${words.nothingYet}</p>`;
  const parts = statusPartsOf(tally);
  const slug = plan?.slug ?? null;
  const source = webAddress(plan?.sourceUrl);
  return html`<div class="card panel">
    <p class="sentence">${sentence(tally, frame)}</p>
    <div class="big">${statusPartsBar(parts)}</div>
    ${statusPartsLegend(parts, frame, (key) => filteredPath({ plan: slug, ...statusPartFilters(key) }, language))}
    ${shares(plan, tally, frame)}
    <p class="muted">${progressSentence(progressOfCounts(tally.milestones), frame)}</p>
    <p class="card-links">
      <a class="button" href="${filteredPath({ plan: slug }, language)}">${words.allCommitmentsOfPlan}</a>
      ${slug !== null && !isOwnPage && html`<a href="${planPath(slug, language)}">${words.planPage}</a>`}
      ${source && html`<a href="${source}" rel="external">${words.planSource}</a>`}
    </p>
  </div>`;
}

/** A plan in a line of an archive, or what is outside of the plans. */
export function planRow(
  { title, time, path, tally }: { title: Html; time: Html | null; path: string | null; tally: Tally },
  frame: ContentFrame,
): Html {
  const parts = statusPartsOf(tally);
  return html`<li>
    <h3>${path === null ? title : html`<a href="${path}">${title}</a>`}</h3>
    ${time && html`<p class="muted">${time}</p>`}
    ${
      parts.length > 0 &&
      html`<section class="standing-row">
        <p>${sentence(tally, frame)}</p>
        ${statusPartsBar(parts)} ${statusPartsLegend(parts, frame)}
      </section>`
    }
  </li>`;
}
