import { planPath } from '../addresses';
import type { StatusChange } from '../content/conversation';
import type { Plan } from '../content/records';
import { addedUp } from '../content/status-tally';
import { html, type Html } from '../html/html';
import { DEFAULT_LANGUAGE, textFor } from '../languages';
import type { ContentFrame, Page } from '../page';
import { charts } from '../parts/charts';
import { dateOf, hasTime, timeframeOf } from '../parts/dates';
import { deadlineList } from '../parts/deadlines';
import { labelled } from '../parts/labelled';
import { currentPlan, isRunning } from '../parts/lateness';
import { lengthClass, say, titleHtml, titleText } from '../parts/localized-html';
import { compareLink } from '../parts/compare-link';
import { progressSection } from '../parts/progress-chart';
import { changesList } from './home/changes-list';
import { lateList } from './home/late-list';
import { planPanel, planRow } from './home/plan-panel';

const DEADLINES = 5;

/** Number of changes that the page shows. */
export const HOME_CHANGES = 6;

const search = ({ words, language }: ContentFrame): Html =>
  html`<form class="hero-search" action="/commitments" method="get" role="search">
    <label for="hero-q">${words.findCommitment}</label>
    <input id="hero-q" name="q" type="search" maxlength="200" aria-describedby="hero-hint" />
    ${language !== DEFAULT_LANGUAGE && html`<input type="hidden" name="locale" value="${language}" />`}
    <button type="submit">${words.search}</button>
    <p id="hero-hint">${words.searchHint}</p>
  </form>`;

/** Whose plan it is, what it is called, for which time, and of which day the numbers are. */
function heading(plan: Plan | undefined, frame: ContentFrame): Html {
  const { words, site, language } = frame;
  const day = labelled(words.asOfDay, dateOf(site.today, 'day', language), frame);
  if (!plan) {
    return html`<h1>${words.homeTitle}</h1>
      <p class="facts-line">${day}</p>`;
  }
  const place = say(plan.jurisdiction, frame);
  return html`<p class="kicker">
      ${isRunning(plan.timeframe, site.today) ? words.currentPlan : words.latestPlan}
    </p>
    <h1 class="${lengthClass(titleText(plan.title, frame))}">${titleHtml(plan.title, frame)}</h1>
    <p class="facts-line">
      ${`${place}` !== '' && html`<span>${place}</span>`}
      ${hasTime(plan.timeframe) && html`<span>${timeframeOf(plan.timeframe, frame)}</span>`}
      <span>${day}</span>
    </p>`;
}

/** The other plans, and what is outside of the plans: each with its own numbers. */
function archive(current: Plan | undefined, frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  const outside = addedUp(
    [...overview.tallies].flatMap(([planId, tally]) => (overview.planById.has(planId) ? [] : [tally])),
  );
  const rows = overview.plans
    .filter((plan) => plan !== current)
    .map((plan) =>
      planRow(
        {
          title: titleHtml(plan.title, frame),
          time: hasTime(plan.timeframe) ? timeframeOf(plan.timeframe, frame) : null,
          path: plan.slug === null ? null : planPath(plan.slug, language),
          tally: overview.tallyOf(plan.id),
        },
        frame,
      ),
    );
  // Without any plan they are in the panel.
  if (current && outside.commitments.size > 0)
    rows.push(planRow({ title: html`${words.withoutPlan}`, time: null, path: null, tally: outside }, frame));
  if (rows.length === 0) return html``;
  return html`<section aria-labelledby="plans">
    <h2 id="plans">${words.otherPlans}</h2>
    <ul class="plain archive">
      ${rows}
    </ul>
  </section>`;
}

/** The home page: the plan of today with its statuses, what is late, what has changed, the other plans. */
export function homePage(changes: readonly StatusChange[], frame: ContentFrame): Page {
  const { words, site, language, overview } = frame;
  const plan = currentPlan(overview.plans, site.today);
  const tally = plan ? overview.tallyOf(plan.id) : addedUp([...overview.tallies].map(([, one]) => one));
  const next = overview.dueMilestones.slice(0, DEADLINES);
  return {
    title: site.title[language] ?? '',
    description: words.homeDescription,
    section: 'plans',
    main: html`<div class="hero">
        <div class="wide">
          <div>
            ${heading(plan, frame)}
            <p class="lead">${textFor(site.introduction, language)?.text ?? words.homeLead}</p>
          </div>
          ${search(frame)}
        </div>
      </div>
      <div class="wide home">
        <section aria-labelledby="standing">
          <h2 id="standing" class="visually-hidden">${words.atAGlance}</h2>
          ${planPanel(plan, tally, frame)}
        </section>
        <div class="columns">${lateList(plan, frame)} ${changesList(changes, frame)}</div>
        ${
          next.length > 0 &&
          html`<section aria-labelledby="next">
            <h2 id="next">${words.nextDeadlines}</h2>
            ${deadlineList(next, frame)}
          </section>`
        }
        ${
          plan &&
          progressSection(overview.progressOf(plan.id), tally.commitments, frame, {
            more: compareLink(plan, frame),
          })
        }
        ${charts(frame)} ${archive(plan, frame)}
      </div>`,
  };
}
