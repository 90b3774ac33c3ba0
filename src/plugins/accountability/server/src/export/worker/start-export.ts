import type { ExportHead, ExportJob } from './export-job';
import type { FileThreads } from './file-threads';
import { startThread, type RunningThread } from './start-thread';

/** An export at work; what it shows is known before the first part. */
export type RunningExport = RunningThread<ExportHead>;

/**
 * Has a thread do the export. The caller closes it, whatever happens.
 * @param options.headOnly no part will come: the caller wants to know what is known before
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export const startExport = (
  threads: FileThreads,
  job: ExportJob,
  { headOnly = false } = {},
): Promise<RunningExport> => startThread<ExportHead>(threads, { kind: 'export', job, headOnly });
