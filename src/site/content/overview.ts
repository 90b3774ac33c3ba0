import { newCounters, type FacetCounters } from '../list/facet-counters';
import { CommitmentRevisions } from './commitment-revisions';
import { GroupedLists } from './grouped-lists';
import type { StatusMove } from './known-states';
import { byDeadline, byId, inOrder, latestReportFirst } from './orders';
import { lateFirst, planKeysOf } from './plan-groups';
import { ProgressIndex, type MonthChanges } from './progress-index';
import type { Commitment, ListedReport, Milestone, Organisation, Plan, Theme } from './records';
import { SortedList, type Comparison } from './sorted-list';
import { count, PlanTallies, type Tally } from './status-tally';

/** Items by a key, as pages look them up. */
export interface Lookup<T> {
  get(key: string): T | undefined;
}

/** All published content, as far as lists show it, with indexes by relation. */
export interface Overview {
  /** In the site's order. */
  readonly commitments: readonly Commitment[];
  readonly commitmentBySlug: Lookup<Commitment>;
  readonly commitmentById: Lookup<Commitment>;
  readonly milestoneById: Lookup<Milestone>;
  /** Milestones of a commitment by its id, in their order. */
  readonly milestonesOf: Lookup<readonly Milestone[]>;
  /** Commitments of a plan by its id, in their order; those without one by the empty text. */
  readonly commitmentsOf: Lookup<readonly Commitment[]>;
  /** Commitments of a plan, and of its themes and agencies, by the keys of `plan-groups`, in the plan's order. */
  readonly inPlan: Lookup<readonly Commitment[]>;
  /** The same, what is overdue first. */
  readonly inPlanLateFirst: Lookup<readonly Commitment[]>;
  /** Another text after each update that concerns the own page of a commitment, by its id. */
  revisionOf(commitmentId: string): string;
  /** Numbers of a plan by its id; of commitments without one by the empty text. */
  tallyOf(planId: string): Tally;
  /** Statuses over time of a plan's commitments by its id; of all commitments by `ALL_PLANS`. */
  progressOf(planId: string): MonthChanges;
  /** Numbers of all plans, and of what has none that is published. */
  readonly tallies: Iterable<[planId: string, tally: Tally]>;
  /** Milestones that are due and not overdue, the next one first. */
  readonly dueMilestones: readonly Milestone[];
  /** What is overdue, the longest overdue first. */
  readonly lateCommitments: readonly Commitment[];
  readonly lateMilestones: readonly Milestone[];
  /** By organisation: commitments it leads or takes part in, milestones it is responsible for or partner of. */
  readonly ledBy: Lookup<readonly Commitment[]>;
  readonly partneredBy: Lookup<readonly Commitment[]>;
  readonly responsibilitiesOf: Lookup<readonly Milestone[]>;
  /** Commitments by the code of a theme: of an OGP value or a sustainable development goal. */
  readonly withTheme: Lookup<readonly Commitment[]>;
  readonly milestonePartnershipsOf: Lookup<readonly Milestone[]>;
  /** Reports on a commitment by its id, the latest first. */
  readonly reportsOf: Lookup<readonly ListedReport[]>;
  /** Reports on the commitments of a plan or of a lead agency by its id, the latest first. */
  readonly reportsUnder: Lookup<readonly ListedReport[]>;
  /** Years that time frames of commitments touch, each with their number. */
  readonly years: ReadonlyMap<number, number>;
  /** Numbers of all commitments by the choices of the list's filters. */
  readonly choices: FacetCounters;
  /** Numbers of overdue commitments by lead agency. */
  readonly overdueByAgency: ReadonlyMap<string, number>;
  /** Organisations that lead a commitment, by id. */
  readonly leadIds: Iterable<string>;
  readonly organisations: readonly Organisation[];
  readonly organisationById: ReadonlyMap<string, Organisation>;
  readonly organisationBySlug: ReadonlyMap<string, Organisation>;
  /** Latest first. */
  readonly plans: readonly Plan[];
  readonly planById: ReadonlyMap<string, Plan>;
  readonly planBySlug: ReadonlyMap<string, Plan>;
  readonly themes: readonly Theme[];
  readonly themeByCode: ReadonlyMap<string, Theme>;
}

/** What has changed of commitments, milestones or reports. */
export interface Changed<T> {
  /** Documents as they are now. */
  readonly present: readonly T[];
  /** Documents that are public no more; unknown ones are ignored. */
  readonly gone: readonly string[];
}

/** What has changed; small sets come whole. */
export interface OverviewChange {
  readonly commitments?: Changed<Commitment>;
  readonly milestones?: Changed<Milestone>;
  readonly reports?: Changed<ListedReport>;
  /** The history of some commitments, whole. */
  readonly history?: { readonly of: readonly string[]; readonly moves: readonly StatusMove[] };
  readonly organisations?: readonly Organisation[];
  readonly plans?: readonly Plan[];
  readonly themes?: readonly Theme[];
}

const latestFirst = (one: Plan, other: Plan): number =>
  (other.timeframe.startDate ?? '').localeCompare(one.timeframe.startDate ?? '') || byId(one, other);

const mapBy = <T>(items: readonly T[], key: (item: T) => string | null): Map<string, T> =>
  new Map(items.flatMap((item) => (key(item) === null ? [] : [[key(item) as string, item] as const])));

/** Groups items by key, each group in the items' order. */
export function groupedBy<T, Key>(items: readonly T[], key: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** A mistyped year must not make a list of thousands. */
const MAX_YEARS = 100;

/** The years a commitment's time frame touches; none without both dates. */
function yearsOf({ timeframe: { startDate, endDate } }: Commitment): number[] {
  if (startDate === null || endDate === null) return [];
  const [first, last] = [Number(startDate.slice(0, 4)), Number(endDate.slice(0, 4))];
  return Array.from(
    { length: Math.min(MAX_YEARS, Math.max(0, last - first + 1)) },
    (_, index) => first + index,
  );
}

/** States after which nothing is due any more. */
const OVER = ['completed', 'not-completed', 'withdrawn'];

/** Whether a milestone has a deadline that is still ahead, and is not over. */
export const isDue = ({ status, isOverdue, timeframe: { endDate, endPrecision } }: Milestone): boolean =>
  endDate !== null && endPrecision !== 'none' && !isOverdue && !OVER.includes(status ?? '');

/**
 * The overview with its indexes, changed in place: a change costs what has changed, not what is there. Its lists are
 * the live ones; whoever waits for something meanwhile sees them change.
 */
export class LiveOverview implements Overview {
  private readonly ids = new Map<string, Commitment>();
  private readonly slugs = new Map<string, Commitment>();
  private readonly milestones = new Map<string, Milestone>();
  private readonly reports = new Map<string, ListedReport>();
  private planRank: ReadonlyMap<string, number> = new Map();
  private readonly revisions = new CommitmentRevisions();
  private readonly numbers = new PlanTallies();
  private readonly progress: ProgressIndex;
  private readonly numbersOfYears = new Map<number, number>();
  private readonly overdueNumbers = new Map<string, number>();

  /** By the plan's place among the plans, then in the plan's order. */
  private readonly byPlace: Comparison<Commitment> = (one, other) =>
    this.rankOf(one) - this.rankOf(other) || inOrder(one, other);
  private readonly allCommitments = new SortedList<Commitment>(this.byPlace);
  private readonly late = new SortedList<Commitment>(byDeadline);
  private readonly lateParts = new SortedList<Milestone>(byDeadline);
  private readonly due = new SortedList<Milestone>(byDeadline);

  readonly commitmentsOf = new GroupedLists<Commitment>(({ planId }) => [planId ?? ''], inOrder);
  readonly inPlan = new GroupedLists<Commitment>(planKeysOf, inOrder);
  readonly inPlanLateFirst = new GroupedLists<Commitment>(planKeysOf, lateFirst);
  readonly milestonesOf = new GroupedLists<Milestone>(({ commitmentId }) => [commitmentId ?? ''], inOrder);
  readonly ledBy = new GroupedLists<Commitment>(({ leadIds }) => leadIds, this.byPlace);
  readonly partneredBy = new GroupedLists<Commitment>(({ partnerIds }) => partnerIds, this.byPlace);
  readonly withTheme = new GroupedLists<Commitment>(
    ({ ogpValues, sdgs }) => [...ogpValues, ...sdgs],
    this.byPlace,
  );
  readonly responsibilitiesOf = new GroupedLists<Milestone>(({ responsibleIds }) => responsibleIds, inOrder);
  readonly milestonePartnershipsOf = new GroupedLists<Milestone>(({ partnerIds }) => partnerIds, inOrder);

  readonly reportsOf = new GroupedLists<ListedReport>(
    ({ commitmentId }) => [commitmentId ?? ''],
    latestReportFirst,
  );
  readonly reportsUnder = new GroupedLists<ListedReport>(
    (report) => this.aboveReport(report),
    latestReportFirst,
  );

  readonly choices = newCounters();
  organisations: readonly Organisation[] = [];
  organisationById: ReadonlyMap<string, Organisation> = new Map();
  organisationBySlug: ReadonlyMap<string, Organisation> = new Map();
  plans: readonly Plan[] = [];
  planById: ReadonlyMap<string, Plan> = new Map();
  planBySlug: ReadonlyMap<string, Plan> = new Map();
  themes: readonly Theme[] = [];
  themeByCode: ReadonlyMap<string, Theme> = new Map();

  /** @param timeZone of the site: a change that was recorded before midnight belongs to the month that ends */
  constructor(timeZone = 'UTC') {
    this.progress = new ProgressIndex(timeZone);
  }

  get commitments(): readonly Commitment[] {
    return this.allCommitments.items;
  }
  get commitmentById(): Lookup<Commitment> {
    return this.ids;
  }
  get commitmentBySlug(): Lookup<Commitment> {
    return this.slugs;
  }
  get milestoneById(): Lookup<Milestone> {
    return this.milestones;
  }
  /** Number of milestones. */
  get milestoneCount(): number {
    return this.milestones.size;
  }
  get dueMilestones(): readonly Milestone[] {
    return this.due.items;
  }
  get lateCommitments(): readonly Commitment[] {
    return this.late.items;
  }
  get lateMilestones(): readonly Milestone[] {
    return this.lateParts.items;
  }
  get years(): ReadonlyMap<number, number> {
    return this.numbersOfYears;
  }
  get overdueByAgency(): ReadonlyMap<string, number> {
    return this.overdueNumbers;
  }
  get leadIds(): Iterable<string> {
    return this.ledBy.keys();
  }
  get tallies(): Iterable<[planId: string, tally: Tally]> {
    return this.numbers.entries();
  }
  tallyOf(planId: string): Tally {
    return this.numbers.of(planId);
  }

  revisionOf(commitmentId: string): string {
    return this.revisions.of(commitmentId);
  }

  progressOf(planId: string): MonthChanges {
    return this.progress.of(planId);
  }

  /** Applies a change at once: nobody sees half of it. */
  apply({ plans, organisations, themes, history, commitments, milestones, reports }: OverviewChange): void {
    this.revisions.begin();
    if (plans || organisations || themes) this.revisions.changeAll();
    for (const id of history?.of ?? []) this.revisions.change(id);
    if (plans) this.setPlans(plans);
    if (organisations) {
      this.organisations = organisations;
      this.organisationById = mapBy(organisations, ({ id }) => id);
      this.organisationBySlug = mapBy(organisations, ({ slug }) => slug);
    }
    if (themes) {
      this.themes = themes;
      this.themeByCode = mapBy(themes, ({ code }) => code);
    }
    if (history) this.progress.setHistory(history.of, history.moves);
    if (commitments) this.changeCommitments(commitments);
    if (milestones) this.changeMilestones(milestones);
    if (reports) this.changeReports(reports);
  }

  private rankOf({ planId }: Commitment): number {
    return this.planRank.get(planId ?? '') ?? this.plans.length;
  }

  private setPlans(plans: readonly Plan[]): void {
    const before = this.plans.map(({ id }) => id).join();
    this.plans = [...plans].sort(latestFirst);
    this.planById = mapBy(this.plans, ({ id }) => id);
    this.planBySlug = mapBy(this.plans, ({ slug }) => slug);
    this.planRank = new Map(this.plans.map(({ id }, index) => [id, index]));
    if (this.plans.map(({ id }) => id).join() === before) return;
    this.allCommitments.sortAgain();
    this.ledBy.sortAgain();
    this.partneredBy.sortAgain();
    this.withTheme.sortAgain();
  }

  private changeCommitments({ present, gone }: Changed<Commitment>): void {
    const removed = known(this.ids, present, gone);
    for (const { id } of [...removed, ...present]) this.revisions.change(id);
    // Reports are found by the plan and the agencies their commitment has: out of the old ones, into the new ones.
    this.reportsUnder.change(this.reportsOn(removed), []);
    for (const commitment of removed) {
      this.ids.delete(commitment.id);
      if (commitment.slug !== null && this.slugs.get(commitment.slug)?.id === commitment.id)
        this.slugs.delete(commitment.slug);
      this.progress.remove(commitment.id);
      this.countWithMilestones(commitment, -1);
    }
    for (const commitment of present) {
      this.ids.set(commitment.id, commitment);
      if (commitment.slug !== null) this.slugs.set(commitment.slug, commitment);
      this.progress.add(commitment);
      this.countWithMilestones(commitment, 1);
    }
    this.reportsUnder.change([], this.reportsOn(present));
    this.allCommitments.change(removed, present);
    this.late.change(
      removed.filter(({ isOverdue }) => isOverdue),
      present.filter(({ isOverdue }) => isOverdue),
    );
    const lists = [this.commitmentsOf, this.inPlan, this.inPlanLateFirst, this.ledBy, this.partneredBy];
    for (const list of [...lists, this.withTheme]) list.change(removed, present);
  }

  private countWithMilestones(commitment: Commitment, by: 1 | -1): void {
    this.numbers.countCommitment(commitment, by);
    for (const year of yearsOf(commitment)) count(this.numbersOfYears, year, by);
    for (const counter of Object.values(this.choices)) counter.add(commitment, by);
    for (const id of commitment.isOverdue ? commitment.leadIds : []) count(this.overdueNumbers, id, by);
    for (const milestone of this.milestonesOf.get(commitment.id) ?? [])
      this.numbers.countMilestone(commitment.planId, milestone, by);
  }

  private changeMilestones({ present, gone }: Changed<Milestone>): void {
    const removed = known(this.milestones, present, gone);
    for (const { commitmentId } of [...removed, ...present]) this.revisions.change(commitmentId);
    for (const milestone of removed) {
      this.milestones.delete(milestone.id);
      this.countMilestone(milestone, -1);
    }
    for (const milestone of present) {
      this.milestones.set(milestone.id, milestone);
      this.countMilestone(milestone, 1);
    }
    this.due.change(removed.filter(isDue), present.filter(isDue));
    this.lateParts.change(
      removed.filter(({ isOverdue }) => isOverdue),
      present.filter(({ isOverdue }) => isOverdue),
    );
    for (const lists of [this.milestonesOf, this.responsibilitiesOf, this.milestonePartnershipsOf])
      lists.change(removed, present);
  }

  private changeReports({ present, gone }: Changed<ListedReport>): void {
    const removed = known(this.reports, present, gone);
    for (const { commitmentId } of [...removed, ...present]) this.revisions.change(commitmentId);
    for (const { id } of removed) this.reports.delete(id);
    for (const report of present) this.reports.set(report.id, report);
    for (const lists of [this.reportsOf, this.reportsUnder]) lists.change(removed, present);
  }

  private reportsOn(commitments: readonly Commitment[]): ListedReport[] {
    return commitments.flatMap(({ id }) => this.reportsOf.get(id) ?? []);
  }

  /** Ids of the plan and of the lead agencies of a report's commitment. */
  private aboveReport({ commitmentId }: ListedReport): readonly string[] {
    const commitment = this.ids.get(commitmentId ?? '');
    if (!commitment) return [];
    return commitment.planId === null ? commitment.leadIds : [commitment.planId, ...commitment.leadIds];
  }

  /** A milestone counts with the plan of its commitment. */
  private countMilestone(milestone: Milestone, by: 1 | -1): void {
    const commitment = this.ids.get(milestone.commitmentId ?? '');
    if (commitment) this.numbers.countMilestone(commitment.planId, milestone, by);
  }
}

/** The documents of a change as they were known, each once. */
function known<T extends { readonly id: string }>(
  all: ReadonlyMap<string, T>,
  present: readonly T[],
  gone: readonly string[],
): T[] {
  const ids = new Set([...present.map(({ id }) => id), ...gone]);
  return [...ids].flatMap((id) => all.get(id) ?? []);
}
