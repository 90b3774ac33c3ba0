import { ApiFailure, type AskApi } from '../api/ask-api';
import { LANGUAGES } from '../languages';
import {
  LOCALIZED,
  READINGS,
  type Commitment,
  type Milestone,
  type Organisation,
  type Plan,
  type Reading,
  type Row,
  type Theme,
} from './records';

/** All that is published, as far as lists show it, with the ways from one to the other. */
export interface Overview {
  /** In the order in which the site lists them. */
  readonly commitments: readonly Commitment[];
  readonly commitmentBySlug: ReadonlyMap<string, Commitment>;
  readonly commitmentById: ReadonlyMap<string, Commitment>;
  readonly milestones: readonly Milestone[];
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

const OPEN_DATA = '/api/open-data';
const BUSY = 503;
const BUSY_TRIES = 5;
const BUSY_WAIT_MS = 200;

/** Rows of a dataset. All exports may be taken by readers for a moment: it is tried again before a page says so. */
async function rowsOf<T>(ask: AskApi, { dataset, columns, record }: Reading<T>): Promise<T[]> {
  const fields = columns.flatMap((column) =>
    LOCALIZED.includes(column) ? LANGUAGES.map((language) => `${column}_${language}`) : [column],
  );
  const address = `${OPEN_DATA}/${dataset}.ndjson?fields=${fields.join()}`;
  for (let tries = 1; ; tries += 1) {
    try {
      const text = (await ask(address)) as string;
      return text.split('\n').flatMap((line) => (line === '' ? [] : [record(JSON.parse(line) as Row)]));
    } catch (error) {
      if (tries === BUSY_TRIES || !(error instanceof ApiFailure && error.status === BUSY)) throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
    }
  }
}

const byText = new Intl.Collator('en', { numeric: true });

/** By the order editors gave, then by code as people count: 2.2.10 after 2.2.9. */
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

/** Items by what a function says of them, each group in the items' order. */
export function groupedBy<T, Key>(items: readonly T[], key: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Reads everything lists show from the datasets of open data: one row per document, all languages in it. */
export async function readOverview(ask: AskApi): Promise<Overview> {
  // One after the other: each takes one of the few places for exports.
  const plans = (await rowsOf(ask, READINGS.plans)).sort(latestFirst);
  const themes = await rowsOf(ask, READINGS.themes);
  const organisations = await rowsOf(ask, READINGS.organisations);
  const planRank = new Map(plans.map(({ id }, index) => [id, index]));
  const rankOf = ({ planId }: Commitment): number => planRank.get(planId ?? '') ?? plans.length;
  const commitments = (await rowsOf(ask, READINGS.commitments)).sort(
    (one, other) => rankOf(one) - rankOf(other) || inOrder(one, other),
  );
  const milestones = (await rowsOf(ask, READINGS.milestones)).sort(inOrder);
  return {
    commitments,
    commitmentBySlug: mapBy(commitments, ({ slug }) => slug),
    commitmentById: mapBy(commitments, ({ id }) => id),
    milestones,
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
