import { formats } from '../formats';
import type { Output } from '../output';
import { allOf } from '../source/all-of';
import type { Snapshot } from '../source/connection';
import { readRows } from '../source/rows';
import type { ExportJob } from './export-job';

/** A file to be made of a snapshot that is open already. */
export type FileJob = Omit<ExportJob, 'database'>;

/** Rows the file will have, counted in the snapshot. */
export async function countRows(snapshot: Snapshot, { count }: FileJob): Promise<number> {
  const [row] = await snapshot.query(count.text, count.values);
  return Number(row?.[0] ?? 0);
}

/**
 * Writes the file as the snapshot has it.
 * @param total rows that were counted
 * @throws Error for a format that does not exist, and for a file with more or fewer rows than counted
 */
export async function writeFile(
  snapshot: Snapshot,
  job: FileJob,
  total: number,
  output: Output,
): Promise<void> {
  const { plan, filter, format, context, today } = job;
  const writer = formats.find(({ extension }) => extension === format);
  if (!writer) throw new Error(`There is no format "${format}"`);
  await writer.write(allOf(readRows(snapshot, plan, filter, today), total), context, output);
}
