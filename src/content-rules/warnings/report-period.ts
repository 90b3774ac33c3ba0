/** The `period` component of a report. */
export interface ReportPeriod {
  readonly kind?: string | null;
  readonly year?: number | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

export interface ReportDays {
  /** First day the report can be about, null where nothing says so. */
  readonly start: string | null;
  /** Last day the report can be about. */
  readonly end: string | null;
  /** Whether the end is known and not just the end of the year in which the period lies. */
  readonly endIsKnown: boolean;
}

/** The days a report covers: its own dates, else those of its year. A quarter of a year nobody named ends somewhere in it. */
export function reportDays(period: ReportPeriod | null | undefined): ReportDays {
  const { kind, year, start, end } = period ?? {};
  return {
    start: start ?? (year ? `${year}-01-01` : null),
    end: end ?? (year ? `${year}-12-31` : null),
    endIsKnown: Boolean(end) || (Boolean(year) && kind === 'annual'),
  };
}
