/** A day and how much of it is known. */
export interface PartialDate {
  readonly date: string;
  readonly precision: string | null;
}

type Value = Readonly<Record<string, string | number | null | undefined>>;
type Say = (date: PartialDate) => string;

/** The end, where there is one: without a precision it is a whole day, and `none` stands for no date. */
function endOf({ endDate: date, endPrecision: precision }: Value): PartialDate | null {
  if (!date || precision === 'none') return null;
  return { date: String(date), precision: precision ? String(precision) : null };
}

/** When a time frame ends; empty where nothing is known of it. Pure. */
export function endText(timeframe: Value, say: Say): string {
  const end = endOf(timeframe);
  return end ? say(end) : '';
}

/** A reporting period in a line of a list: its kind and year, or its days. Pure. @param label of a code */
export function periodText(
  { kind, year, start, end }: Value,
  label: (code: string) => string,
  say: Say,
): string {
  const [first, last] = [start, end].map((date) =>
    date ? say({ date: String(date), precision: null }) : '',
  );
  const days = first || last ? `${first || '…'} – ${last || '…'}` : '';
  // A year is no number to be grouped.
  const when = year ? String(year) : days;
  return [kind ? label(String(kind)) : '', when].filter(Boolean).join(', ');
}
