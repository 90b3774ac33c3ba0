import path from 'node:path';
import type { ExportHead, ExportJob } from './export-job';
import { startThread, type RunningThread } from './start-thread';

const FILE = path.join(__dirname, 'export-worker.js');

/** An export at work; what it shows is known before the first part. */
export type RunningExport = RunningThread<ExportHead>;

/**
 * Starts a thread that does the export. The caller closes it, whatever happens.
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export async function startExport(job: ExportJob): Promise<RunningExport> {
  return startThread<ExportHead>(FILE, 'open-data-export', job);
}
