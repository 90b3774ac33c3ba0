/** Days that something takes or may have happened on, as ISO days, both included. */
export interface Span {
  readonly earliest: string;
  readonly latest: string;
}

/** A place on the scale, in percent of its width, from the beginning of time. */
export interface Place {
  readonly x: number;
  readonly width: number;
}

/** Whole months from the first to the last day of some spans; from the beginning of the year within a single one. */
export interface TimelineScale {
  /** The first day of the first month, and the day after the last month; milliseconds in UTC. */
  readonly start: number;
  readonly end: number;
  /** Years that begin within the scale, each with its place; at most eight. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

const DAY = 24 * 60 * 60 * 1000;
const MAX_YEARS = 8;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const monthStart = (time: number, later: number): number => {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
};

/** The scale on which all spans have room; null without any. Pure. */
export function scaleOf(spans: readonly Span[]): TimelineScale | null {
  if (spans.length === 0) return null;
  let [first, last] = [Infinity, -Infinity];
  for (const { earliest, latest } of spans) {
    first = Math.min(first, timeOf(earliest));
    last = Math.max(last, timeOf(latest));
  }
  const end = monthStart(last, 1);
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(end).getUTCFullYear()];
  // Within one year it begins with the year, so that there is one to name.
  const start = Date.UTC(to, 0, 1) < end && from < to ? monthStart(first, 0) : Date.UTC(from, 0, 1);
  const step = Math.max(1, Math.ceil((to - from + 1) / MAX_YEARS));
  const years: { year: number; x: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const time = Date.UTC(year, 0, 1);
    if (time >= start && time < end) years.push({ year, x: ((time - start) / (end - start)) * 100 });
  }
  return { start, end, years };
}

/** The position of a span: a month has the width of its days. Pure. */
export function placeOf({ earliest, latest }: Span, { start, end }: TimelineScale): Place {
  const percent = (time: number): number => ((time - start) / (end - start)) * 100;
  const x = percent(timeOf(earliest));
  return { x, width: percent(timeOf(latest) + DAY) - x };
}

/** The same for a language that is written from the right: time runs that way too. Pure. */
export const mirrored = ({ x, width }: Place): Place => ({ x: 100 - x - width, width });
