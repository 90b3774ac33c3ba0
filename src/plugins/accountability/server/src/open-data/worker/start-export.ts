import path from 'node:path';
import type { ExportJob, ExportStart } from './export-job';
import { startThread, type RunningThread } from './start-thread';

const FILE = path.join(__dirname, 'export-worker.js');

/** An export at work. */
export interface RunningExport extends Pick<RunningThread<ExportStart>, 'parts' | 'close'>, ExportStart {}

/**
 * Starts a thread that does the export. The caller closes it, whatever happens.
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export async function startExport(job: ExportJob): Promise<RunningExport> {
  const { first, parts, close } = await startThread<ExportStart>(FILE, 'open-data-export', job);
  return { total: first.total, parts, close };
}
