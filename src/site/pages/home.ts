import { pagePath, webAddress } from '../addresses';
import type { Commitment, Plan } from '../content/records';
import type { SummaryTable } from '../content/summary';
import { html, type Html } from '../html/html';
import { markdown } from '../html/markdown';
import { DEFAULT_LANGUAGE, directionOf, textFor } from '../languages';
import { filteredPath } from '../list/list-query';
import type { ContentFrame, Page } from '../page';
import { statusFigure, progressLine } from '../parts/bars';
import { charts } from '../parts/charts';
import { timeframeOf } from '../parts/dates';
import { deadlineList, nextDeadlines } from '../parts/deadlines';
import { numberIn } from '../parts/number';
import { progressOf } from '../parts/progress';
import { languageNote, sayTitle, say } from '../parts/told';

const DEADLINES = 5;

const milestonesOf = (commitments: readonly Commitment[], { overview }: ContentFrame) =>
  commitments.flatMap(({ id }) => overview.milestonesOf.get(id) ?? []);

function figures(frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  const { commitments } = overview;
  const overdue = commitments.filter(({ isOverdue }) => isOverdue).length;
  const completed = commitments.filter(({ status }) => status === 'completed').length;
  const figure = (count: number, label: string, path: string) =>
    html`<li>
      <a href="${path}"><b>${numberIn(language, count)}</b> <span>${label}</span></a>
    </li>`;
  return html`<ul class="figures">
    ${figure(commitments.length, words.commitments, pagePath('/commitments', language))}
    ${figure(completed, words.completedCommitments, filteredPath({ status: 'completed' }, language))}
    ${figure(overdue, words.overdueCommitments, filteredPath({ overdue: 'true' }, language))}
  </ul>`;
}

/** A plan, or the commitments without one, with its progress. */
function planCard(
  {
    plan,
    commitments,
    title,
    path,
  }: { plan?: Plan; commitments: readonly Commitment[]; title: Html; path: string | null },
  frame: ContentFrame,
): Html {
  const { words, language } = frame;
  const milestones = milestonesOf(commitments, frame);
  const description = plan && textFor(plan.description, language);
  const source = webAddress(plan?.sourceUrl);
  return html`<article class="card plan">
    <h3>${path === null ? title : html`<a href="${path}">${title}</a>`}</h3>
    ${
      plan &&
      html`<p class="muted">
        ${say(plan.jurisdiction, frame)}${`${say(plan.jurisdiction, frame)}` !== '' && ' · '}${timeframeOf(plan.timeframe, frame)}
      </p>`
    }
    ${
      description &&
      html`<div class="prose" lang="${description.language}" dir="${directionOf(description.language)}">
          ${markdown(description.text)}
        </div>
        ${languageNote(description, frame)}`
    }
    ${progressLine(progressOf(milestones), frame)}
    ${
      commitments.length > 0 &&
      html`<h4>${words.statusOfCommitments}</h4>
        ${statusFigure(commitments, frame, (status) =>
          filteredPath({ plan: plan?.slug ?? null, status }, language),
        )}`
    }
    <p class="card-links">
      ${path !== null && html`<a href="${path}">${words.allCommitmentsOfPlan}</a>`}
      ${source && html`<a href="${source}" rel="external">${words.planSource}</a>`}
    </p>
  </article>`;
}

function plans(frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  const cards = overview.plans.map((plan) =>
    planCard(
      {
        plan,
        commitments: overview.commitments.filter(({ planId }) => planId === plan.id),
        title: sayTitle(plan.title, frame),
        path: plan.slug === null ? null : filteredPath({ plan: plan.slug }, language),
      },
      frame,
    ),
  );
  const others = overview.commitments.filter(({ planId }) => !overview.planById.has(planId ?? ''));
  return html`<section aria-labelledby="plans">
    <h2 id="plans">${words.plans}</h2>
    ${cards.length === 0 && html`<p>${words.noPlans}</p>`}
    <div class="cards">
      ${cards}
      ${
        others.length > 0 &&
        planCard({ commitments: others, title: html`${words.withoutPlan}`, path: null }, frame)
      }
    </div>
  </section>`;
}

/**
 * The plans with their progress.
 * @param summary data of the charts
 */
export function homePage(summary: readonly SummaryTable[], frame: ContentFrame): Page {
  const { words, site, language } = frame;
  const next = nextDeadlines(frame, DEADLINES);
  return {
    title: site.title[language] ?? '',
    description: words.homeDescription,
    section: 'plans',
    main: html`<div class="hero">
        <div class="wide">
          <h1>${words.homeTitle}</h1>
          <p class="lead">${words.homeLead}</p>
          <h2 class="visually-hidden">${words.atAGlance}</h2>
          ${figures(frame)}
          <form class="hero-search" action="/commitments" method="get" role="search">
            <label for="hero-q">${words.findCommitment}</label>
            <input id="hero-q" name="q" type="search" maxlength="200" aria-describedby="hero-hint" />
            ${language !== DEFAULT_LANGUAGE && html`<input type="hidden" name="locale" value="${language}" />`}
            <button type="submit">${words.search}</button>
            <p id="hero-hint">${words.searchHint}</p>
          </form>
        </div>
      </div>
      <div class="wide">
        ${plans(frame)}
        ${
          next.length > 0 &&
          html`<section aria-labelledby="next">
            <h2 id="next">${words.nextDeadlines}</h2>
            ${deadlineList(next, frame)}
          </section>`
        }
        ${charts(summary, frame)}
      </div>`,
  };
}
