import { formats } from '../formats';
import type { Output } from '../output';
import type { Snapshot } from '../source/connection';
import { countDocuments } from '../source/keys';
import { readRows } from '../source/rows';
import type { ExportJob } from './export-job';

type FileJob = Omit<ExportJob, 'database'>;

/** Rows the file of a job has, counted in the snapshot. */
export const countRows = (snapshot: Snapshot, { plan, filter }: FileJob): Promise<number> =>
  countDocuments(snapshot, plan.rows, filter);

/**
 * Writes the file of a job as the snapshot has it.
 * @throws Error for a format that does not exist
 */
export async function writeFile(snapshot: Snapshot, job: FileJob, output: Output): Promise<void> {
  const { plan, filter, format, context, today } = job;
  const writer = formats.find(({ extension }) => extension === format);
  if (!writer) throw new Error(`There is no format "${format}"`);
  await writer.write(readRows(snapshot, plan, filter, today), context, output);
}
