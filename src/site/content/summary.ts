import { withoutMarkup } from './without-markup';
import type { AskApi } from '../api/ask-api';
import type { Language } from '../languages';

/** A value of a dimension, with its label in the requested language. */
export interface Counted {
  readonly value: string;
  readonly label: string;
}

/** A table of counts, as `summary.json` has it. */
export interface SummaryTable {
  readonly name: string;
  readonly label: string;
  readonly dimensions: readonly { readonly name: string; readonly label: string }[];
  readonly counts: readonly (Readonly<Record<string, Counted | null>> & { readonly count: number })[];
}

/** Reads the counts for charts. */
export async function readSummary(ask: AskApi, language: Language): Promise<readonly SummaryTable[]> {
  const answer = await ask(`/api/open-data/summary.json?locale=${language}`);
  return withoutMarkup((answer as { tables: SummaryTable[] }).tables) as SummaryTable[];
}
