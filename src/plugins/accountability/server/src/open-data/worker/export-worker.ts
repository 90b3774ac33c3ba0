import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { formats } from '../formats';
import { partOutput, PART_BUFFER_BYTES } from '../output';
import { readHead } from '../source/head';
import { openSnapshot } from '../source/open-snapshot';
import { allOf } from '../source/all-of';
import { readRows } from '../source/rows';
import type { ExportJob, ExportMessage } from './export-job';

/** Buffers beside the one that is written to: parts on their way while the next is made. */
const SPARE_BUFFERS = 8;

/** Runs one export in a thread of its own. What goes wrong ends the thread and reaches the one that started it. */
async function runExport(job: ExportJob): Promise<void> {
  const { database, plan, filter, format, context, today } = job;
  const port = parentPort;
  const writer = formats.find(({ extension }) => extension === format);
  if (!port || !writer) throw new Error(`No thread to write "${format}" for`);
  const send = (message: ExportMessage) => {
    port.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []);
  };

  const snapshot = await openSnapshot(database);
  try {
    const head = await readHead(snapshot, job);
    send(head);
    const free = Array.from({ length: SPARE_BUFFERS }, () => new ArrayBuffer(PART_BUFFER_BYTES));
    port.on('message', (buffer: ArrayBuffer) => free.push(buffer));
    const output = partOutput(async (part) => {
      send(part);
      while (free.length === 0) await once(port, 'message');
      return free.pop() as ArrayBuffer;
    });
    await writer.write(allOf(readRows(snapshot, plan, filter, today), head.total), context, output);
  } finally {
    await snapshot.close();
  }
  send(null);
  port.close();
}

void runExport(workerData as ExportJob);
