/** A row of a document, as far as it tells of its source. */
export interface SourceRow {
  readonly publishedAt: string | null;
  readonly updatedAt: string;
  readonly sourceUpdatedOn: string | null;
  readonly sourceRecordedAt: string | null;
}

const published = (rows: readonly SourceRow[]): SourceRow[] => rows.filter(({ publishedAt }) => publishedAt);

const statedIn = (rows: readonly SourceRow[]): string | null =>
  published(rows).find(({ sourceUpdatedOn }) => sourceUpdatedOn)?.sourceUpdatedOn ?? null;

/**
 * Up to which time of change what is public is as the source has it. A publication that brings the source's date of
 * update, or another one, takes over the state of the source; every later publication and move is a change made here.
 * Taking a document back and publishing it again takes nothing over.
 * @param before the document's rows before the write
 * @param after the same after it
 * @returns null without a date of the source, undefined where nothing is to be written
 */
export function sourceRecordedAt(
  before: readonly SourceRow[],
  after: readonly SourceRow[],
): Date | null | undefined {
  const shown = published(after);
  if (shown.length === 0) return undefined;
  const stated = statedIn(after);
  const isKnown = after.some((row) => row.sourceRecordedAt);
  if (stated === null) return isKnown ? null : undefined;
  const isAnother = published(before).length > 0 && statedIn(before) !== stated;
  if (isKnown && !isAnother) return undefined;
  return new Date(Math.max(...shown.map(({ updatedAt }) => new Date(updatedAt).getTime())));
}
