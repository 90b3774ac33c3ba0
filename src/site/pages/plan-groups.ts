import { lateCount, planGroupKey, type PlanGrouping } from '../content/plan-groups';
import type { Overview } from '../content/overview';
import type { Commitment, Plan } from '../content/records';
import { html, type Html } from '../html/html';
import { filteredPath } from '../list/list-query';
import type { PlanQuery } from '../list/plan-query';
import type { ContentFrame } from '../page';
import { overdueBadge, statusBadge } from '../parts/labels';
import { codeBefore, commitmentLink } from '../parts/links';
import { titleHtml } from '../parts/localized-html';
import { pageOf, pager } from '../parts/pager';
import { fill } from '../words/words';

const GROUPS_PER_PAGE = 20;
/** Commitments of a group on the page; the list has all of them. */
const SHOWN = 5;

interface Group {
  /** A theme's code or an agency's id; the empty text for what has none. */
  readonly value: string;
  readonly commitments: readonly Commitment[];
}

/** The groups of a plan that have commitments: themes in their order, agencies by the number of commitments. */
export function groupsOf(
  plan: Pick<Plan, 'id'>,
  { group: grouping, isLateFirst }: { readonly group: PlanGrouping; readonly isLateFirst: boolean },
  overview: Pick<Overview, 'themes' | 'organisations' | 'inPlan' | 'inPlanLateFirst'>,
): Group[] {
  const values =
    grouping === 'theme'
      ? overview.themes.map(({ code }) => code)
      : overview.organisations.map(({ id }) => id);
  const lists = isLateFirst ? overview.inPlanLateFirst : overview.inPlan;
  const groups = [...new Set(values), ''].flatMap((value) => {
    const commitments = lists.get(planGroupKey(plan.id, grouping, value));
    return commitments ? [{ value, commitments }] : [];
  });
  if (grouping === 'theme') return groups;
  const place = ({ value, commitments }: Group): number => (value === '' ? 0 : commitments.length);
  return groups.sort((one, other) => place(other) - place(one));
}

/** Name of a group, and the address of the list with all of it. */
function headingOf(
  { value }: Group,
  { slug, grouping }: { readonly slug: string; readonly grouping: PlanGrouping },
  { overview, words, ...frame }: ContentFrame,
): { readonly name: Html; readonly path: string | null } {
  const { language } = frame;
  if (value === '')
    return {
      name: html`${grouping === 'theme' ? words.planWithoutTheme : words.planWithoutAgency}`,
      path: null,
    };
  if (grouping === 'theme') {
    const theme = overview.themeByCode.get(value);
    const filter = theme?.scheme === 'sdg' ? { sdg: value } : { ogp: value };
    return {
      name: theme ? titleHtml(theme.name, { words, ...frame }) : html`${value}`,
      path: filteredPath({ plan: slug, ...filter }, language),
    };
  }
  const agency = overview.organisationById.get(value);
  return {
    name: agency ? titleHtml(agency.name, { words, ...frame }) : html`${words.untitled}`,
    path: agency?.slug ? filteredPath({ plan: slug, agency: agency.slug }, language) : null,
  };
}

/** The commitments of a plan by theme or lead agency, of each group the first ones and a link to all. */
export function planGroups(
  {
    plan,
    slug,
    query,
    grouping,
    path,
  }: {
    readonly plan: Plan;
    readonly slug: string;
    readonly query: PlanQuery;
    readonly grouping: PlanGrouping;
    readonly path: (page: number) => string;
  },
  frame: ContentFrame,
): Html {
  const { overview, words, language } = frame;
  const groups = groupsOf(plan, { group: grouping, isLateFirst: query.isLateFirst }, overview);
  const selection = pageOf(groups, query.page, GROUPS_PER_PAGE);
  return html`${selection.shown.map((group) => {
    const { name, path: list } = headingOf(group, { slug, grouping }, frame);
    const { commitments, value } = group;
    const late = lateCount(overview.inPlanLateFirst.get(planGroupKey(plan.id, grouping, value)) ?? []);
    const count = fill(language, words.planGroupCount, { count: commitments.length });
    return html`<div class="plan-group">
      <h3>${name}</h3>
      <p class="muted">
        ${list === null ? count : html`<a href="${list}">${count}</a>`}${
          late > 0 &&
          html` · <span class="late-text">${fill(language, words.planLate, { count: late })}</span>`
        }
      </p>
      <ul class="plain due">
        ${commitments.slice(0, SHOWN).map(
          (commitment) =>
            html`<li>
              <span>${codeBefore(commitment.code)}${commitmentLink(commitment, frame)}</span>
              <span class="badges"
                >${statusBadge(commitment.status, frame)} ${overdueBadge(commitment.isOverdue, frame)}</span
              >
            </li>`,
        )}
      </ul>
    </div>`;
  })}
  ${pager(selection, path, frame)}`;
}
