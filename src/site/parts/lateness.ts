import { periodOf, type Precision } from 'strapi-plugin-accountability/server';
import type { Plan, Timeframe } from '../content/records';

const DAY = 24 * 60 * 60 * 1000;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The first and the last day that a partial date may mean; null for an unknown one. */
const daysOf = (date: string | null, precision: string | null) =>
  periodOf(date, precision as Precision | null);

/** How many days ago a time frame's end has passed: the last day it may mean; 0 where it has not, or is unknown. */
export function daysLate({ endDate, endPrecision }: Timeframe, today: string): number {
  const end = daysOf(endDate, endPrecision);
  return end === null ? 0 : Math.max(0, daysBetween(end.latest, today));
}

/** The share of a time frame that has passed, from 0 to 1; null where one of its ends is unknown. */
export function shareOfTime(
  { startDate, startPrecision, endDate, endPrecision }: Timeframe,
  today: string,
): number | null {
  const [start, end] = [daysOf(startDate, startPrecision), daysOf(endDate, endPrecision)];
  if (start === null || end === null || end.latest < start.earliest) return null;
  const all = daysBetween(start.earliest, end.latest) + 1;
  return Math.min(1, Math.max(0, daysBetween(start.earliest, today) / all));
}

/** Whether a day is within a time frame; what has no end goes on. */
export function isRunning(
  { startDate, startPrecision, endDate, endPrecision }: Timeframe,
  today: string,
): boolean {
  const [start, end] = [daysOf(startDate, startPrecision), daysOf(endDate, endPrecision)];
  return start !== null && start.earliest <= today && (end === null || today <= end.latest);
}

/** The plan of today: the latest one that is running, else the latest one. @param plans the latest first */
export const currentPlan = (plans: readonly Plan[], today: string): Plan | undefined =>
  plans.find(({ timeframe }) => isRunning(timeframe, today)) ?? plans[0];
