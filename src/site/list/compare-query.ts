import { pagePath } from '../addresses';
import type { Plan } from '../content/records';
import type { Language } from '../languages';

/** The parsed query of the page that compares plans: slugs, null for what is not chosen. */
export interface CompareQuery {
  readonly plan: string | null;
  readonly other: string | null;
}

/** Address of the page without parameters. */
export const COMPARE_PATH = '/compare';

const slugOf = (parameter: unknown): string | null =>
  typeof parameter === 'string' && /^[\w.~-]{1,200}$/.test(parameter) ? parameter : null;

/** Parses the parameters of the comparison. Invalid ones are ignored. */
export const readCompareQuery = (query: Readonly<Record<string, unknown>>): CompareQuery => ({
  plan: slugOf(query.plan),
  other: slugOf(query.with),
});

/** Address of the comparison in a language. */
export const comparePath = ({ plan, other }: CompareQuery, language: Language): string =>
  pagePath(COMPARE_PATH, language, { plan, with: other });

/**
 * The plans to compare: those chosen, else the latest ones; unknown ones as if they were not chosen. Pure.
 * @param plans the latest first
 */
export function comparedPlans({ plan, other }: CompareQuery, plans: readonly Plan[]): Plan[] {
  const chosen = [plan, other].map((slug) =>
    slug === null ? undefined : plans.find((one) => one.slug === slug),
  );
  const [first, second] = chosen;
  const left = plans.filter((one) => one.slug !== null && one !== first && one !== second);
  const one = first ?? left.shift();
  const two = second && second !== one ? second : left.shift();
  return [one, two].flatMap((found) => found ?? []);
}
