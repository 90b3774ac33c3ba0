import type { WarningContext } from './declaration';

/** A row of a document: one language, draft or published. */
export interface WarningRow extends Readonly<Record<string, unknown>> {
  readonly documentId: string;
  readonly locale?: string | null;
}

/**
 * Input of a check, from the draft or published rows of a document.
 * @param rows at least one
 */
export function warningContextOf(
  rows: readonly WarningRow[],
  siteLanguages: readonly string[],
  today: string,
): WarningContext {
  const rank = ({ locale }: WarningRow): number =>
    siteLanguages.indexOf(locale ?? '') + 1 || siteLanguages.length + 1;
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  return {
    document: sorted[0] ?? {},
    languages: Object.fromEntries(sorted.map((row) => [row.locale ?? '', row])),
    siteLanguages,
    today,
  };
}

/** Rows grouped by document, in their order. */
export function byDocument<Row extends WarningRow>(rows: readonly Row[]): Row[][] {
  const documents: Row[][] = [];
  for (const row of rows) {
    const last = documents.at(-1);
    if (last?.[0]?.documentId === row.documentId) last.push(row);
    else documents.push([row]);
  }
  return documents;
}
