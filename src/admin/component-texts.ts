/** A date and its precision. */
export interface PartialDate {
  readonly date: string;
  readonly precision: string | null;
}

type Value = Readonly<Record<string, string | number | null | undefined>>;
type Say = (date: PartialDate) => string;

/** The end, if any: without a precision it is a day, and `none` means no date. */
function endOf({ endDate: date, endPrecision: precision }: Value): PartialDate | null {
  if (!date || precision === 'none') return null;
  return { date: String(date), precision: precision ? String(precision) : null };
}

/** End of a time frame in words; empty where it is unknown. Pure. */
export function endText(timeframe: Value, say: Say): string {
  const end = endOf(timeframe);
  return end ? say(end) : '';
}

/**
 * A reporting period in a list's cell: its kind and year, or its days. Pure.
 * @param label of a code
 */
export function periodText(
  { kind, year, start, end }: Value,
  label: (code: string) => string,
  say: Say,
): string {
  const [first, last] = [start, end].map((date) =>
    date ? say({ date: String(date), precision: null }) : '',
  );
  const days = first || last ? `${first || '…'} – ${last || '…'}` : '';
  // A year has no digit grouping.
  const when = year ? String(year) : days;
  return [kind ? label(String(kind)) : '', when].filter(Boolean).join(', ');
}
