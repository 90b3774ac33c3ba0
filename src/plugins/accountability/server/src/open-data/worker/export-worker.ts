import { workerData } from 'node:worker_threads';
import { openSnapshot } from '../source/open-snapshot';
import { countRows, writeFile } from './export-file';
import type { ExportJob, ExportStart } from './export-job';
import { threadOutput } from './thread-output';

/** Runs one export in a thread of its own. What goes wrong ends the thread and reaches the one that started it. */
async function runExport(job: ExportJob): Promise<void> {
  const { announce, output, finish } = threadOutput<ExportStart>();
  const snapshot = await openSnapshot(job.database);
  try {
    const total = await countRows(snapshot, job);
    announce({ total });
    await writeFile(snapshot, job, total, output);
  } finally {
    await snapshot.close();
  }
  finish();
}

void runExport(workerData as ExportJob);
