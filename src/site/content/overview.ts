import type { AskApiAgain } from '../api/ask-api';
import { rowsOf, type KeptRows } from './dataset-rows';
import {
  READINGS,
  type Commitment,
  type Milestone,
  type Organisation,
  type Plan,
  type Theme,
} from './records';

/** All published content, as far as lists show it, with indexes by relation. */
export interface Overview {
  /** In the site's order. */
  readonly commitments: readonly Commitment[];
  readonly commitmentBySlug: ReadonlyMap<string, Commitment>;
  readonly commitmentById: ReadonlyMap<string, Commitment>;
  readonly milestones: readonly Milestone[];
  readonly milestoneById: ReadonlyMap<string, Milestone>;
  /** Milestones of a commitment by its id, in their order. */
  readonly milestonesOf: ReadonlyMap<string, readonly Milestone[]>;
  readonly organisations: readonly Organisation[];
  readonly organisationById: ReadonlyMap<string, Organisation>;
  readonly organisationBySlug: ReadonlyMap<string, Organisation>;
  /** Latest first. */
  readonly plans: readonly Plan[];
  readonly planById: ReadonlyMap<string, Plan>;
  readonly themes: readonly Theme[];
  readonly themeByCode: ReadonlyMap<string, Theme>;
}

/** The same in every language: these are codes. */
const byText = new Intl.Collator('und', { numeric: true });

/** By the editors' order, then by code in natural order: 2.2.10 after 2.2.9. */
const inOrder = (
  one: Pick<Milestone, 'order' | 'code' | 'id'>,
  other: Pick<Milestone, 'order' | 'code' | 'id'>,
): number =>
  (one.order ?? Infinity) - (other.order ?? Infinity) ||
  byText.compare(one.code ?? '\uffff', other.code ?? '\uffff') ||
  byText.compare(one.id, other.id);

const latestFirst = (one: Plan, other: Plan): number =>
  (other.timeframe.startDate ?? '').localeCompare(one.timeframe.startDate ?? '') ||
  byText.compare(one.id, other.id);

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

/**
 * Reads everything lists show from the open datasets: one row per document, with all languages.
 * @param kept rows of an earlier read: unchanged datasets are not read again
 */
export async function readOverview(ask: AskApiAgain, kept: KeptRows = new Map()): Promise<Overview> {
  // Sequentially: one slot is reserved for the pages' own reads.
  const plans = [...(await rowsOf(ask, READINGS.plans, kept))].sort(latestFirst);
  const themes = await rowsOf(ask, READINGS.themes, kept);
  const organisations = await rowsOf(ask, READINGS.organisations, kept);
  const planRank = new Map(plans.map(({ id }, index) => [id, index]));
  const rankOf = ({ planId }: Commitment): number => planRank.get(planId ?? '') ?? plans.length;
  const commitments = [...(await rowsOf(ask, READINGS.commitments, kept))].sort(
    (one, other) => rankOf(one) - rankOf(other) || inOrder(one, other),
  );
  const milestones = [...(await rowsOf(ask, READINGS.milestones, kept))].sort(inOrder);
  return {
    commitments,
    commitmentBySlug: mapBy(commitments, ({ slug }) => slug),
    commitmentById: mapBy(commitments, ({ id }) => id),
    milestones,
    milestoneById: mapBy(milestones, ({ id }) => id),
    milestonesOf: groupedBy(milestones, ({ commitmentId }) => commitmentId ?? ''),
    organisations,
    organisationById: mapBy(organisations, ({ id }) => id),
    organisationBySlug: mapBy(organisations, ({ slug }) => slug),
    plans,
    planById: mapBy(plans, ({ id }) => id),
    themes,
    themeByCode: mapBy(themes, ({ code }) => code),
  };
}
