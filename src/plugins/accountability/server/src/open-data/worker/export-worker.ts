import { workerData } from 'node:worker_threads';
import { readHead } from '../source/head';
import { openSnapshot } from '../source/open-snapshot';
import { writeFile } from './export-file';
import type { ExportJob, ExportHead } from './export-job';
import { threadOutput } from './thread-output';

/** Runs one export in a thread of its own. What goes wrong ends the thread and reaches the one that started it. */
async function runExport(job: ExportJob): Promise<void> {
  const { announce, output, finish } = threadOutput<ExportHead>();
  const snapshot = await openSnapshot(job.database);
  try {
    const head = await readHead(snapshot, job);
    announce(head);
    await writeFile(snapshot, job, head.total, output);
  } finally {
    await snapshot.close();
  }
  finish();
}

void runExport(workerData as ExportJob);
