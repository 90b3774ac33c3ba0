/** The `period` component of a report. */
export interface ReportPeriod {
  readonly kind?: string | null;
  readonly year?: number | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

export interface ReportDays {
  /** Earliest possible day of the report's period, null if unknown. */
  readonly start: string | null;
  /** Latest possible day of the report's period. */
  readonly end: string | null;
  /** Whether the end is known, and not just the end of its year. */
  readonly endIsKnown: boolean;
}

/**
 * The days a report covers: its own dates, else those of its year. An unspecified quarter may end anywhere in it.
 */
export function reportDays(period: ReportPeriod | null | undefined): ReportDays {
  const { kind, year, start, end } = period ?? {};
  return {
    start: start ?? (year ? `${year}-01-01` : null),
    end: end ?? (year ? `${year}-12-31` : null),
    endIsKnown: Boolean(end) || (Boolean(year) && kind === 'annual'),
  };
}
