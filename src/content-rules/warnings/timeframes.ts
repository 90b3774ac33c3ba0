import { type Timeframe, periodOf } from 'strapi-plugin-accountability/server';
import type { ContentWarning } from './warning';

export type MaybeTimeframe = Timeframe | null | undefined;

/** A start or end that is neither given nor explicitly `none`. */
export function datesMissing(timeframe: MaybeTimeframe): ContentWarning[] {
  return (['start', 'end'] as const)
    .filter((side) => !timeframe?.[`${side}Date`] && timeframe?.[`${side}Precision`] !== 'none')
    .map((side) => ({ code: `${side}-missing`, path: ['timeframe', `${side}Date`] }));
}

/** A start before the parent's in every reading of the two partial dates. */
export function startsBefore(
  parent: 'commitment' | 'plan',
  own: MaybeTimeframe,
  parents: MaybeTimeframe,
): ContentWarning[] {
  const start = periodOf(own?.startDate, own?.startPrecision);
  const parentStart = periodOf(parents?.startDate, parents?.startPrecision);
  if (!start || !parentStart || start.latest >= parentStart.earliest) return [];
  return [
    {
      code: `starts-before-${parent}`,
      path: ['timeframe', 'startDate'],
      values: {
        start: { date: start.earliest, precision: own?.startPrecision ?? null },
        parentStart: { date: parentStart.earliest, precision: parents?.startPrecision ?? null },
      },
    },
  ];
}

/** An end after the parent's in every reading of the two partial dates. */
export function endsAfter(
  parent: 'commitment' | 'plan',
  own: MaybeTimeframe,
  parents: MaybeTimeframe,
): ContentWarning[] {
  const end = periodOf(own?.endDate, own?.endPrecision);
  const parentEnd = periodOf(parents?.endDate, parents?.endPrecision);
  if (!end || !parentEnd || end.earliest <= parentEnd.latest) return [];
  return [
    {
      code: `ends-after-${parent}`,
      path: ['timeframe', 'endDate'],
      values: {
        end: { date: end.earliest, precision: own?.endPrecision ?? null },
        parentEnd: { date: parentEnd.earliest, precision: parents?.endPrecision ?? null },
      },
    },
  ];
}
