/** A row of a document, as far as its source is concerned. */
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
 * The time of change up to which the public version equals the source's. A publication that sets or changes the
 * source's date of update imports the source's state; every later publication and move is a change made here.
 * Unpublishing and publishing again imports nothing.
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
