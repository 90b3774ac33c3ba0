export interface NamedReport {
  readonly milestone?: { readonly code?: string | null; readonly title?: string | null } | null;
  readonly commitment?: { readonly code?: string | null; readonly title?: string | null } | null;
  readonly period?: {
    readonly kind?: string | null;
    readonly year?: number | null;
    readonly start?: string | null;
    readonly end?: string | null;
  } | null;
}

/**
 * Title of a progress report: "2.2 Open data · 2019, Annual", from its subject and period. Pure.
 * @param kindLabel label of a kind of period
 * @returns an empty text without any of these
 */
export function reportTitle(report: NamedReport, kindLabel: (kind: string) => string): string {
  const subject = report.milestone ?? report.commitment;
  const { kind, year, start, end } = report.period ?? {};
  const days = start || end ? `${start ?? '…'} – ${end ?? '…'}` : '';
  // A year has no digit grouping.
  const when = year ? String(year) : days;
  const period = [when, kind ? kindLabel(kind) : ''].filter(Boolean).join(', ');
  const name = [subject?.code, subject?.title].filter(Boolean).join(' ');
  return [name, period].filter(Boolean).join(' · ');
}
