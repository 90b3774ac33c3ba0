import type { ExportHead, ExportJob } from './export-job';
import type { FileThreads } from './file-threads';
import { startThread, type RunningThread } from './start-thread';

/** A running export; its statistics are known before the first part. */
export type RunningExport = RunningThread<ExportHead>;

/**
 * Starts a thread for the export. The caller closes it in every case.
 * @param options.headOnly only the statistics are needed, no part
 * @throws what fails before the rows are counted; the thread is ended then
 */
export const startExport = (
  threads: FileThreads,
  job: ExportJob,
  { headOnly = false } = {},
): Promise<RunningExport> => startThread<ExportHead>(threads, { kind: 'export', job, headOnly });
