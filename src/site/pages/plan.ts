import { pagePath, planPath } from '../addresses';
import type { StatusChange } from '../content/conversation';
import { planKey } from '../content/plan-groups';
import { planNeighbours } from '../content/plan-neighbours';
import type { PlanHistory } from '../content/plan-history';
import type { Plan } from '../content/records';
import { sumOf } from '../content/status-tally';
import { html, type Html } from '../html/html';
import { planQueryPath, type PlanQuery } from '../list/plan-query';
import type { ContentFrame, Page } from '../page';
import { breadcrumb } from '../parts/breadcrumb';
import { commitmentCards } from '../parts/commitment-card';
import { hasTime, timeframeOf } from '../parts/dates';
import { followSection } from '../parts/follow';
import { formatName } from '../parts/format-name';
import { lengthClass, say, titleHtml, titleText } from '../parts/localized-html';
import { pageOf, pager } from '../parts/pager';
import { planLinkedData } from '../parts/plan-linked-data';
import { compareLink } from '../parts/compare-link';
import { progressSection } from '../parts/progress-chart';
import { reportList } from '../parts/report-list';
import { fill } from '../words/words';
import { fact, prose } from './commitment/milestones';
import { changesList } from './home/changes-list';
import { planPanel } from './home/plan-panel';
import { planGroups } from './plan-groups';
import { planTimeline } from './plan-timeline';

/** Number of reports on the page; the data have all of them. */
const PLAN_REPORTS = 10;
/** Number of changes on the page; the feed has all of them. */
export const PLAN_CHANGES = 6;
const COMMITMENTS_PER_PAGE = 20;
const FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'xml', 'parquet', 'jsonld'];

/** What a plan's page shows beside the content of lists. */
export interface PlanContent {
  readonly plan: Plan;
  readonly slug: string;
  readonly query: PlanQuery;
  readonly changes: readonly StatusChange[];
  /** Changes of what its timeline shows. */
  readonly history: PlanHistory;
}

function facts(plan: Plan, frame: ContentFrame): Html {
  const { words, overview, language } = frame;
  const { before, after } = planNeighbours(plan, overview.plans);
  const linkTo = (other: Plan | null): Html =>
    other?.slug
      ? html`<a href="${planPath(other.slug, language)}">${titleHtml(other.title, frame)}</a>`
      : html``;
  return html`<dl class="facts inline">
    ${fact(words.timeframe, hasTime(plan.timeframe) ? timeframeOf(plan.timeframe, frame) : html``)}
    ${fact(words.planBefore, linkTo(before))} ${fact(words.planAfter, linkTo(after))}
  </dl>`;
}

/** How the plan stands now, from numbers that are kept: nothing is counted here. */
const standing = ({ plan }: PlanContent, frame: ContentFrame): Html =>
  html`<section aria-labelledby="standing">
    <h2 id="standing">${frame.words.planStands}</h2>
    ${planPanel(plan, frame.overview.tallyOf(plan.id), frame, { isOwnPage: true })}
  </section>`;

/** Statuses over time, with a link to where the plan stands beside another one. */
const overTime = (plan: Plan, frame: ContentFrame): Html =>
  progressSection(frame.overview.progressOf(plan.id), frame.overview.tallyOf(plan.id).commitments, frame, {
    more: compareLink(plan, frame),
  });

/** Links to the arrangements of the commitments. */
function arrangements({ slug, query }: PlanContent, { words, language }: ContentFrame): Html {
  const link = (change: Partial<PlanQuery>, label: string): Html => {
    const target = { ...query, page: 1, ...change };
    const isThis = target.group === query.group && target.isLateFirst === query.isLateFirst;
    return html`<li>
      <a href="${planQueryPath(slug, target, language)}#commitments" ${isThis && html`aria-current="true"`}
        >${label}</a
      >
    </li>`;
  };
  return html`<nav class="arrangements" aria-label="${words.planGrouping}">
    <ul class="chips">
      ${link({ group: null }, words.planUngrouped)} ${link({ group: 'theme' }, words.planByTheme)}
      ${link({ group: 'agency' }, words.planByAgency)}
    </ul>
    <ul class="chips">
      ${link({ isLateFirst: false }, words.planOrder)} ${link({ isLateFirst: true }, words.planLateFirst)}
    </ul>
  </nav>`;
}

function commitmentsOf(content: PlanContent, frame: ContentFrame): Html {
  const { plan, slug, query } = content;
  const { overview, words, language } = frame;
  const lists = query.isLateFirst ? overview.inPlanLateFirst : overview.inPlan;
  const all = lists.get(planKey(plan.id)) ?? [];
  const path = (page: number): string => `${planQueryPath(slug, { ...query, page }, language)}#commitments`;
  const list = (): Html => {
    const selection = pageOf(all, query.page, COMMITMENTS_PER_PAGE);
    return html`${commitmentCards(selection.shown, frame)} ${pager(selection, path, frame)}`;
  };
  return html`<section aria-labelledby="commitments">
    <h2 id="commitments">${words.planCommitments}</h2>
    ${
      all.length === 0
        ? html`<p>${words.nothingYet}</p>`
        : html`${arrangements(content, frame)}
          ${query.group === null ? list() : planGroups({ plan, slug, query, grouping: query.group, path }, frame)}`
    }
  </section>`;
}

/** Files with the commitments of this plan only. */
function data({ plan }: PlanContent, frame: ContentFrame): Html {
  const { words } = frame;
  const filter = new URLSearchParams({ 'filters[action_plan_id][$eq]': plan.id }).toString();
  return html`<section class="downloads" aria-labelledby="data">
    <h2 id="data">${words.planData}</h2>
    <ul class="chips">
      ${FORMATS.map(
        (format) =>
          html`<li>
            <a href="/api/open-data/commitments.${format}?${filter}" download>${formatName(format)}</a>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A plan: what it is, how it stands, its commitments, what was reported, and its data. */
export function planPage(content: PlanContent, frame: ContentFrame): Page {
  const { plan, query, changes } = content;
  const { words, language, overview } = frame;
  const reports = (overview.reportsUnder.get(plan.id) ?? []).slice(0, PLAN_REPORTS);
  const title = titleText(plan.title, frame);
  const place = say(plan.jurisdiction, frame);
  return {
    title,
    description: fill(language, words.planDescription, { title }),
    section: 'plans',
    type: 'article',
    linkedData: planLinkedData(plan, content.slug, frame),
    // Search engines need the plan only once.
    isIndexed: query.group === null && !query.isLateFirst && query.page === 1 && query.timelinePage === 1,
    main: html`<div class="wide">
      ${breadcrumb([{ path: pagePath('/', language), title: words.home }], frame)}
      <header class="page-header">
        ${`${place}` !== '' && html`<p class="muted">${place}</p>`}
        <h1 class="${lengthClass(title)}">${titleHtml(plan.title, frame)}</h1>
        ${facts(plan, frame)}
      </header>
      ${prose(plan.description, frame, 1)} ${standing(content, frame)} ${overTime(plan, frame)}
      ${commitmentsOf(content, frame)} ${planTimeline(content, frame)}
      ${changes.length > 0 && changesList(changes, frame, plan.id)}
      ${
        reports.length > 0 &&
        html`<section aria-labelledby="reports">
          <h2 id="reports">${words.planReports}</h2>
          ${reportList(reports, frame)}
        </section>`
      }
      ${sumOf(overview.tallyOf(plan.id).commitments) > 0 && data(content, frame)}
      ${followSection(plan.id, frame)}
    </div>`,
  };
}
