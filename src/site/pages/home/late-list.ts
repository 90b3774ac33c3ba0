import { lateCount, planKey } from '../../content/plan-groups';
import type { Commitment, Plan } from '../../content/records';
import { html, type Html } from '../../html/html';
import { filteredPath } from '../../list/list-query';
import type { ContentFrame } from '../../page';
import { dateOf } from '../../parts/dates';
import { lateBy } from '../../parts/late-by';
import { labelled } from '../../parts/labelled';
import { codeBefore, commitmentLink, organisationLinks } from '../../parts/links';
import { fill } from '../../words/words';

const SHOWN = 6;

function lateItem(commitment: Commitment, frame: ContentFrame): Html {
  const { words, language } = frame;
  const { timeframe, leadIds, code } = commitment;
  const leads = organisationLinks(leadIds, frame);
  const due = dateOf(timeframe.endDate, timeframe.endPrecision, language);
  return html`<li>
    <p>${codeBefore(code)}${commitmentLink(commitment, frame)}</p>
    <p class="details">
      ${lateBy(commitment, frame)} ${due && html`<span>${labelled(words.wasDue, due, frame)}</span>`}
      ${`${leads}` !== '' && html`<span class="whose">${leads}</span>`}
    </p>
  </li>`;
}

/** What of a plan is overdue, the longest overdue first: what, whose, by how many days, since when. */
export function lateList(plan: Plan | undefined, frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  // Not filtered: a plan may have thousands.
  const lateFirst = plan ? (overview.inPlanLateFirst.get(planKey(plan.id)) ?? []) : overview.lateCommitments;
  const count = lateCount(lateFirst);
  const path = filteredPath({ plan: plan?.slug ?? null, overdue: 'true' }, language);
  return html`<section aria-labelledby="late" class="late">
    <h2 id="late">${words.overdueCommitments}</h2>
    ${
      count === 0
        ? html`<p>${words.nothingLate}</p>`
        : html`<ul class="plain entries">
              ${lateFirst.slice(0, Math.min(count, SHOWN)).map((commitment) => lateItem(commitment, frame))}
            </ul>
            ${count > SHOWN && html`<p><a href="${path}">${fill(language, words.allLate, { count })}</a></p>`}`
    }
  </section>`;
}
