import { workerData } from 'node:worker_threads';
import type { ArchiveJob, ArchiveStart } from '../releases/archive/archive-job';
import { startOf, writeArchive } from '../releases/archive/write-archive';
import { openSnapshot } from '../source/open-snapshot';
import { threadOutput } from './thread-output';

/** Packs every dataset from one snapshot, in a thread of its own. What goes wrong ends the thread. */
async function runArchive(job: ArchiveJob): Promise<void> {
  const { announce, output, finish } = threadOutput<ArchiveStart>();
  const snapshot = await openSnapshot(job.database);
  try {
    const start = await startOf(snapshot, job);
    announce(start);
    await writeArchive(snapshot, job, start, output);
  } finally {
    await snapshot.close();
  }
  finish();
}

void runArchive(workerData as ArchiveJob);
