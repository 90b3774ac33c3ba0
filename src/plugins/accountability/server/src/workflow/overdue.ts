import { firstDaysNotPassed, periodOf, type Timeframe } from '../dates/partial-date';
import { stateOf } from './machine';
import type { WorkflowDeclaration } from './definition';

/** Whether the latest possible end of the timeframe has passed. Without an end it never has. */
export function endHasPassed(timeframe: Timeframe | null | undefined, today: string): boolean {
  const end = periodOf(timeframe?.endDate, timeframe?.endPrecision);
  return end !== null && end.latest < today;
}

/** Whether a document is overdue: its end has passed and its state is not a final one. */
export function isOverdue(
  workflow: WorkflowDeclaration,
  state: string,
  timeframe: Timeframe | null | undefined,
  today: string,
): boolean {
  return !stateOf(workflow, state)?.terminal && endHasPassed(timeframe, today);
}

/** Ends at each precision on one side of today: before it, or not yet passed. */
const ends = (today: string, side: '$lt' | '$gte'): Record<string, unknown>[] =>
  firstDaysNotPassed(today).map(({ precision, firstDay }) => ({
    $and: [
      // A date without a precision is a day.
      precision === 'day'
        ? { $or: [{ endPrecision: precision }, { endPrecision: { $null: true } }] }
        : { endPrecision: precision },
      { endDate: { [side]: firstDay } },
    ],
  }));

/**
 * The same as a filter in Strapi's terms, on the mirror field and the timeframe component.
 * @param wanted true for documents that are overdue, false for the others
 */
export function overdueFilter(
  { states, field = '', timeframe = '' }: WorkflowDeclaration,
  today: string,
  wanted: boolean,
): Record<string, unknown> {
  const terminal = states.filter((state) => state.terminal).map(({ code }) => code);
  if (wanted) {
    return {
      $and: [
        { $or: [{ [field]: { $notIn: terminal } }, { [field]: { $null: true } }] },
        { [timeframe]: { $or: ends(today, '$lt') } },
      ],
    };
  }
  return {
    $or: [
      { [field]: { $in: terminal } },
      {
        [timeframe]: {
          $or: [...ends(today, '$gte'), { endPrecision: 'none' }, { endDate: { $null: true } }],
        },
      },
      { [timeframe]: { id: { $null: true } } },
    ],
  };
}
