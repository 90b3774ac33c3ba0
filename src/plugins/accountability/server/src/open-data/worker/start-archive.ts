import path from 'node:path';
import type { ArchiveJob, ArchiveStart } from '../releases/archive/archive-job';
import { startThread, type RunningThread } from './start-thread';

const FILE = path.join(__dirname, 'archive-worker.js');

/**
 * Starts a thread that packs every dataset. The caller closes it, whatever happens.
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export const startArchive = (job: ArchiveJob): Promise<RunningThread<ArchiveStart>> =>
  startThread<ArchiveStart>(FILE, 'open-data-archive', job);
