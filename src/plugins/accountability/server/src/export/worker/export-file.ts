import { formats } from '../formats';
import type { Output } from '../output';
import { allOf } from '../source/all-of';
import type { Snapshot } from '../source/connection';
import { withFirst } from '../source/read-ahead';
import { readRows } from '../source/rows';
import type { ExportJob } from './export-job';

/** A file to be generated from an open snapshot. */
export type FileJob = Omit<ExportJob, 'database'>;

/** Number of rows of the file, counted in the snapshot. */
export async function countRows(snapshot: Snapshot, { count }: FileJob): Promise<number> {
  const [row] = await snapshot.query(count.text, count.values);
  return Number(row?.[0] ?? 0);
}

/**
 * Writes the file from the snapshot.
 * @param total counted rows
 * @throws Error for an unknown format, and for a file with more or fewer rows than counted
 */
export async function writeFile(
  snapshot: Snapshot,
  job: FileJob,
  total: number,
  output: Output,
): Promise<void> {
  const { plan, filter, isFiltered, format, context, today } = job;
  const writer = formats.find(({ extension }) => extension === format);
  if (!writer) throw new Error(`There is no format "${format}"`);
  // Before the first part, whatever the format starts with: until then a failure can be an error response.
  const batches = await withFirst(
    allOf(readRows(snapshot, plan, { filter, today, atOnce: isFiltered ? total : undefined }), total),
  );
  await writer.write(batches, context, output);
}
