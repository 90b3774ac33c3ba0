import type { ArchiveJob, ArchiveStart } from '../../releases/archive/archive-job';
import type { FileThreads } from './file-threads';
import { startThread, type RunningThread } from './start-thread';

/**
 * Has a thread pack every dataset. The caller closes it, whatever happens.
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export const startArchive = (threads: FileThreads, job: ArchiveJob): Promise<RunningThread<ArchiveStart>> =>
  startThread<ArchiveStart>(threads, { kind: 'archive', job });
