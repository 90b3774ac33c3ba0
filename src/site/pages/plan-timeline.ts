import { commitmentPath } from '../addresses';
import type { StatusMove } from '../content/known-states';
import { byDeadline } from '../content/orders';
import { isDue, type Overview } from '../content/overview';
import { planKey } from '../content/plan-groups';
import type { PlanHistory } from '../content/plan-history';
import type { Commitment, Milestone, Plan } from '../content/records';
import { html, joined, type Html } from '../html/html';
import type { Texts } from '../languages';
import { planQueryPath, type PlanQuery } from '../list/plan-query';
import type { ContentFrame } from '../page';
import { dateOf } from '../parts/dates';
import { labelled } from '../parts/labelled';
import { overdueBadge, statusLabel } from '../parts/labels';
import { codeBefore, commitmentLink } from '../parts/links';
import { titleHtml } from '../parts/localized-html';
import { pageOf, pager } from '../parts/pager';
import { timeline, type TimelineEvent, type TimelineRow } from '../parts/timeline';
import { changeEvent, dayOfChange, reportEvents } from '../parts/timeline-events';
import { fill } from '../words/words';

/** Commitments on the timeline at a time: what is overdue first, and links to the others. */
const COMMITMENTS = 20;
/** Of each commitment: its last changes of status and reports, and milestones, those overdue first. */
const CHANGES = 3;
const REPORTS = 3;
const MILESTONES = 5;
/** Longer titles of milestones are cut: a page has a hundred of them. */
const TITLE_LENGTH = 80;

type Shown = Pick<Overview, 'inPlanLateFirst' | 'milestonesOf'>;

const commitmentsShown = (
  { plan, query }: { readonly plan: Pick<Plan, 'id'>; readonly query: PlanQuery },
  { inPlanLateFirst }: Shown,
) => pageOf(inPlanLateFirst.get(planKey(plan.id)) ?? [], query.timelinePage, COMMITMENTS);

/** The milestones of a line: those overdue, the next ones, then those that are over; by deadline. */
function milestonesShown(milestones: readonly Milestone[]): Milestone[] {
  const rank = (milestone: Milestone): number => (milestone.isOverdue ? 0 : isDue(milestone) ? 1 : 2);
  return [...milestones]
    .sort((one, other) => rank(one) - rank(other) || byDeadline(one, other))
    .slice(0, MILESTONES);
}

/** Ids of the commitments and milestones that the timeline of a plan shows: their history is needed. */
export function onTimeline(
  content: { readonly plan: Pick<Plan, 'id'>; readonly query: PlanQuery },
  overview: Shown,
): string[] {
  return commitmentsShown(content, overview).shown.flatMap(({ id }) => [
    id,
    ...milestonesShown(overview.milestonesOf.get(id) ?? []).map((milestone) => milestone.id),
  ]);
}

/** Titles cut at the end of a word. */
const shortened = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => {
      if (!text || text.length <= TITLE_LENGTH) return [language, text];
      const start = text.slice(0, TITLE_LENGTH);
      return [
        language,
        `${start.slice(0, start.lastIndexOf(' ') > 0 ? start.lastIndexOf(' ') : undefined)}…`,
      ];
    }),
  );

/** A milestone: when it is due, and when it was completed, as far as that is recorded. */
function milestoneEvents(
  { code, title, status, isOverdue, timeframe }: Milestone,
  moves: readonly StatusMove[],
  frame: ContentFrame,
): TimelineEvent[] {
  const { language, words } = frame;
  const completion =
    status === 'completed' ? moves.filter((move) => move.status === status).at(-1) : undefined;
  const done = completion && dayOfChange(completion, frame);
  const due = dateOf(timeframe.endDate, timeframe.endPrecision, language);
  const facts = [
    due === null ? html`` : labelled(words.timelineDue, due, frame),
    done
      ? labelled(statusLabel(status, frame), dateOf(done.date, done.precision, language), frame)
      : html`${statusLabel(status, frame)}`,
  ];
  const text = html`${codeBefore(code)}${titleHtml(shortened(title), frame)}<br />${joined(facts, words.semicolon)}
    ${overdueBadge(isOverdue, frame)}`;
  const dates: Omit<TimelineEvent, 'text'>[] = [];
  if (timeframe.endDate !== null && due !== null) {
    const kind = isOverdue ? 'late' : 'due';
    dates.push({ kind, date: timeframe.endDate, precision: timeframe.endPrecision });
  }
  if (done) dates.push({ kind: 'done', ...done });
  return dates.map((date, index) => ({ ...date, text: index === 0 ? text : null }));
}

function rowOf(commitment: Commitment, history: PlanHistory, frame: ContentFrame): TimelineRow {
  const { overview, language, words } = frame;
  const { id, code, slug, timeframe } = commitment;
  const milestones = overview.milestonesOf.get(id) ?? [];
  const shown = milestonesShown(milestones);
  const count = milestones.length - shown.length;
  const more = html`${fill(language, words.timelineMore, { count })}`;
  return {
    label: html`${codeBefore(code)}${commitmentLink(commitment, frame)}`,
    timeframe,
    events: [
      ...(history.get(id) ?? []).slice(-CHANGES).map((move) => changeEvent(move, frame)),
      ...(overview.reportsOf.get(id) ?? [])
        .slice(0, REPORTS)
        .reverse()
        .flatMap((report) => reportEvents(report, frame)),
      ...shown.flatMap((milestone) => milestoneEvents(milestone, history.get(milestone.id) ?? [], frame)),
    ],
    ...(count > 0 && {
      more: slug === null ? more : html`<a href="${commitmentPath(slug, language)}#milestones">${more}</a>`,
    }),
  };
}

/**
 * A plan over time: its own time frame and a line for each commitment, what is overdue first, 20 at a time. It has the
 * same length for a plan of 36 commitments as for one of 2,000.
 */
export function planTimeline(
  {
    plan,
    slug,
    query,
    history,
  }: {
    readonly plan: Plan;
    readonly slug: string;
    readonly query: PlanQuery;
    readonly history: PlanHistory;
  },
  frame: ContentFrame,
): Html {
  const { words, overview, language } = frame;
  const selection = commitmentsShown({ plan, query }, overview);
  const path = (timelinePage: number): string =>
    `${planQueryPath(slug, { ...query, timelinePage }, language)}#timeline`;
  const whole = { label: html`<b>${words.timelinePlan}</b>`, timeframe: plan.timeframe, events: [] };
  return timeline([whole, ...selection.shown.map((commitment) => rowOf(commitment, history, frame))], frame, {
    before: selection.shown.length > 0 ? html`<p class="muted">${words.timelinePlanHint}</p>` : html``,
    after: pager(selection, path, frame, `${words.pages} (${words.timelineTitle})`),
  });
}
