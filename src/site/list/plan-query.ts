import type { PlanGrouping } from '../content/plan-groups';
import { planPath } from '../addresses';
import type { Language } from '../languages';

/** The parsed query of a plan's page. */
export interface PlanQuery {
  /** What the commitments are grouped by; null for a list. */
  readonly group: PlanGrouping | null;
  readonly isLateFirst: boolean;
  /** From 1 on; a page of groups where they are grouped. */
  readonly page: number;
  /** Page of the timeline, from 1 on. */
  readonly timelinePage: number;
}

const first = (parameter: unknown): unknown => (Array.isArray(parameter) ? parameter[0] : parameter);

function pageNumber(parameter: unknown): number {
  const page = first(parameter);
  return typeof page === 'string' && /^\d{1,6}$/.test(page) ? Math.max(1, Number(page)) : 1;
}

/** Parses the parameters of a plan's address. Invalid ones are ignored. */
export function readPlanQuery(query: Readonly<Record<string, unknown>>): PlanQuery {
  const group = first(query.group);
  return {
    group: group === 'theme' || group === 'agency' ? group : null,
    isLateFirst: first(query.order) === 'late',
    page: pageNumber(query.page),
    timelinePage: pageNumber(query.timeline),
  };
}

/** Address of a plan's page, with its parameters. */
export const planQueryPath = (
  slug: string,
  { group, isLateFirst, page, timelinePage }: PlanQuery,
  language: Language,
): string =>
  planPath(slug, language, {
    group,
    order: isLateFirst ? 'late' : null,
    page: page === 1 ? null : page,
    timeline: timelinePage === 1 ? null : timelinePage,
  });
