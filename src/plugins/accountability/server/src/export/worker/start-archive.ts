import type { ArchiveJob, ArchiveStart } from '../../releases/archive/archive-job';
import type { FileThreads } from './file-threads';
import { startThread, type RunningThread } from './start-thread';

/**
 * Starts a thread that packs every dataset. The caller closes it in every case.
 * @throws what fails before the rows are counted; the thread is ended then
 */
export const startArchive = (threads: FileThreads, job: ArchiveJob): Promise<RunningThread<ArchiveStart>> =>
  startThread<ArchiveStart>(threads, { kind: 'archive', job });
