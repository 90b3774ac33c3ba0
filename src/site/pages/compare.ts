import { planPath } from '../addresses';
import { monthOf } from '../content/known-states';
import { planGroupKey } from '../content/plan-groups';
import { ALL_PLANS } from '../content/progress-index';
import { numbersSince } from '../content/progress-series';
import type { Plan } from '../content/records';
import { addedUp, sumOf } from '../content/status-tally';
import { html, type Html } from '../html/html';
import { labelledText } from '../parts/labelled';
import { DEFAULT_LANGUAGE } from '../languages';
import { COMPARE_PATH, comparedPlans, type CompareQuery } from '../list/compare-query';
import { filteredPath } from '../list/list-query';
import type { ContentFrame, Page } from '../page';
import { hasTime, timeframeOf } from '../parts/dates';
import { formatName } from '../parts/format-name';
import { titleHtml, titleText } from '../parts/localized-html';
import { numberIn, percentIn } from '../parts/number';
import { progressFigure, progressSection } from '../parts/progress-chart';
import {
  statusPartsBar,
  statusPartFilters,
  statusPartLabel,
  statusPartsLegend,
  statusPartsOf,
} from '../parts/status-parts';
import { selectList, titleChoice } from '../parts/select-list';
import { fill } from '../words/words';

/** Rows of the table by months since the start. */
const STEPS = [6, 12, 18, 24, 30, 36, 48, 60];
const FORMATS = ['csv', 'xlsx', 'json'];

function choice(plans: readonly Plan[], frame: ContentFrame): Html {
  const { words, language, overview } = frame;
  const field = (name: string, label: string, chosen: Plan | undefined): Html =>
    html`<p>
      <label for="compare-${name}">${label}</label>
      ${selectList(
        { id: `compare-${name}`, name },
        overview.plans.flatMap(({ slug, title }) => (slug === null ? [] : [titleChoice(slug, title, frame)])),
        chosen?.slug ?? null,
        frame,
      )}
    </p>`;
  return html`<form class="compare-form" action="${COMPARE_PATH}" method="get">
    ${field('plan', words.compareFirst, plans[0])} ${field('with', words.compareSecond, plans[1])}
    ${language !== DEFAULT_LANGUAGE && html`<input type="hidden" name="locale" value="${language}" />`}
    <button type="submit">${words.compareShow}</button>
  </form>`;
}

/** The statuses of one of the plans, and its statuses over time. */
function planColumn(plan: Plan, frame: ContentFrame): Html {
  const { overview, language } = frame;
  const tally = overview.tallyOf(plan.id);
  const parts = statusPartsOf(tally);
  const filter = new URLSearchParams({ 'filters[action_plan_id][$eq]': plan.id }).toString();
  return html`<section aria-labelledby="plan-${plan.id}">
    <h2 id="plan-${plan.id}">
      <a href="${planPath(plan.slug ?? '', language)}">${titleHtml(plan.title, frame)}</a>
    </h2>
    ${hasTime(plan.timeframe) && html`<p class="muted">${timeframeOf(plan.timeframe, frame)}</p>`}
    ${
      parts.length > 0
        ? html`<div class="big">${statusPartsBar(parts)}</div>
            ${statusPartsLegend(parts, frame, (key) =>
              filteredPath({ plan: plan.slug, ...statusPartFilters(key) }, language),
            )}`
        : html`<p>${frame.words.nothingYet}</p>`
    }
    ${progressFigure(overview.progressOf(plan.id), tally.commitments, frame)}
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

/** A row of a table: its name, and a cell for each plan. */
type ComparedRow = readonly [name: string, cells: readonly string[]];

function table(
  { id, heading, plans }: { readonly id: string; readonly heading: string; readonly plans: readonly Plan[] },
  rows: readonly ComparedRow[],
  frame: ContentFrame,
): Html {
  if (rows.length === 0) return html``;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <div
      class="scroll"
      role="region"
      aria-label="${labelledText(heading, frame.words.asTable, frame)}"
      tabindex="0"
    >
      <table>
        <thead>
          <tr>
            <td></td>
            ${plans.map((plan) => html`<th scope="col">${titleHtml(plan.title, frame)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, cells]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** "12 (33%)". */
const withShare = (number: number, all: number, { language }: ContentFrame): string =>
  all === 0 ? '—' : `${numberIn(language, number)} (${percentIn(language, number / all)})`;

function numberRows(plans: readonly Plan[], frame: ContentFrame): ComparedRow[] {
  const { overview, words, language } = frame;
  const tallies = plans.map(({ id }) => overview.tallyOf(id));
  const partsByPlan = tallies.map(
    (tally) => new Map(statusPartsOf(tally).map(({ key, count }) => [key, count])),
  );
  const keys = [...new Set(partsByPlan.flatMap((one) => [...one.keys()]))];
  const all = tallies.map(({ commitments }) => sumOf(commitments));
  return [
    [words.compareCommitments, all.map((number) => numberIn(language, number))],
    ...keys.map((key): ComparedRow => [
      statusPartLabel(key, frame),
      partsByPlan.map((one, index) => withShare(one.get(key) ?? 0, all[index] ?? 0, frame)),
    ]),
  ];
}

/** What was completed some months after the start of each plan; a dash for what is still to come or unknown. */
function sinceRows(plans: readonly Plan[], frame: ContentFrame): ComparedRow[] {
  const { overview, words, language, site } = frame;
  const today = monthOf(site.today);
  const series = plans.map(({ id, timeframe: { startDate, startPrecision } }) => {
    const changes = overview.progressOf(id);
    if (startDate === null || startPrecision === 'none' || changes.size === 0) return [];
    const start = monthOf(startDate);
    return numbersSince(changes, 'completed', start, Math.min(today, start + Math.max(...STEPS)));
  });
  return STEPS.filter((months) => series.some((numbers) => numbers.length > months)).map((months) => [
    fill(language, words.compareMonths, { count: months }),
    series.map((numbers, index) => {
      const number = numbers[months];
      const all = sumOf(overview.tallyOf((plans[index] as Plan).id).commitments);
      return number === undefined ? '—' : withShare(number, all, frame);
    }),
  ]);
}

const themeRows = (plans: readonly Plan[], frame: ContentFrame): ComparedRow[] =>
  frame.overview.themes.flatMap(({ code, name }): ComparedRow[] => {
    const counts = plans.map(
      ({ id }) => frame.overview.inPlan.get(planGroupKey(id, 'theme', code))?.length ?? 0,
    );
    if (counts.every((number) => number === 0)) return [];
    return [[titleText(name, frame), counts.map((number) => numberIn(frame.language, number))]];
  });

/** Two plans side by side, and all plans over time. */
export function comparePage(query: CompareQuery, frame: ContentFrame): Page {
  const { overview, words } = frame;
  const plans = comparedPlans(query, overview.plans);
  const all = addedUp([...overview.tallies].map(([, tally]) => tally));
  const compared = (): Html =>
    html`${choice(plans, frame)}
      <div class="columns">${plans.map((plan) => planColumn(plan, frame))}</div>
      ${table({ id: 'numbers', heading: words.compareNumbers, plans }, numberRows(plans, frame), frame)}
      ${table({ id: 'since', heading: words.compareSince, plans }, sinceRows(plans, frame), frame)}
      ${table({ id: 'themes', heading: words.planByTheme, plans }, themeRows(plans, frame), frame)}`;
  return {
    title: words.compareTitle,
    description: words.compareDescription,
    section: 'plans',
    // Search engines need the page only once.
    isIndexed: query.plan === null && query.other === null,
    main: html`<div class="wide">
      <h1>${words.compareTitle}</h1>
      <p class="lead">${words.compareDescription}</p>
      ${plans.length === 2 ? compared() : html`<p>${words.compareNone}</p>`}
      ${progressSection(overview.progressOf(ALL_PLANS), all.commitments, frame, { heading: words.compareAll })}
    </div>`,
  };
}
