import { dayIn } from 'strapi-plugin-accountability/server';
import type { Report } from '../content/commitment-details';
import type { Frame } from '../page';
import { listed } from '../words/words';
import { dateOf } from './dates';
import { assessmentLabel, statusLabel } from './labels';
import { labelled } from './labelled';
import type { TimelineEvent } from './timeline';

/** A recorded change of status, as far as a timeline shows it. */
export interface TimedChange {
  /** When it was recorded. */
  readonly at: string;
  /** The day a source states, at its precision; null for a change made here. */
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
  readonly status: string;
}

type EventFrame = Pick<Frame, 'language' | 'words' | 'site'>;

/** When a change happened: the day its source states, else the day of the record at the site. */
export const dayOfChange = (
  { at, asOf, asOfPrecision }: TimedChange,
  { site }: Pick<Frame, 'site'>,
): Pick<TimelineEvent, 'date' | 'precision'> =>
  asOf === null || asOfPrecision === 'none'
    ? { date: dayIn(site.timeZone, new Date(at)), precision: 'day' }
    : { date: asOf, precision: asOfPrecision };

/** A change of status on a timeline. */
export function changeEvent(change: TimedChange, frame: EventFrame): TimelineEvent {
  const { date, precision } = dayOfChange(change, frame);
  const day = dateOf(date, precision, frame.language);
  return { kind: 'change', date, precision, text: labelled(statusLabel(change.status, frame), day, frame) };
}

/**
 * A report on a timeline, on the day of its publication, else the last day of its period, else in its year; nothing
 * where none is known.
 */
export function reportEvents(
  {
    publishedOn,
    period,
    status,
    assessment,
  }: Pick<Report, 'publishedOn' | 'period' | 'status' | 'assessment'>,
  frame: EventFrame,
): TimelineEvent[] {
  const day = publishedOn ?? period?.end ?? null;
  const year = period?.year ? `${String(period.year).padStart(4, '0')}-01-01` : null;
  const date = day ?? year;
  if (date === null) return [];
  const precision = day === null ? 'year' : 'day';
  const said = [
    ...(status === null ? [] : [statusLabel(status, frame)]),
    ...(assessment === null ? [] : [assessmentLabel(assessment, frame)]),
  ];
  const label = said.length === 0 ? frame.words.report : listed(said, frame);
  return [
    {
      kind: 'report',
      date,
      precision,
      text: labelled(label, dateOf(date, precision, frame.language), frame),
    },
  ];
}
