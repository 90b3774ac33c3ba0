import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { formats } from '../formats';
import { countDocuments } from '../source/keys';
import { openSnapshot } from '../source/open-snapshot';
import { readRows } from '../source/rows';
import type { ExportJob, ExportMessage } from './export-job';
import { fillBuffer } from './part-buffers';

/** Parts under way at once: one is being sent while the next is made, and no more fill the memory. */
const BUFFERS = 2;

/** Runs one export in a thread of its own. What goes wrong ends the thread and reaches the one that started it. */
async function runExport({ database, plan, filter, format, context }: ExportJob): Promise<void> {
  const port = parentPort;
  const writer = formats.find(({ extension }) => extension === format);
  if (!port || !writer) throw new Error(`No thread to write "${format}" for`);
  const send = (message: ExportMessage) => {
    port.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []);
  };

  const snapshot = await openSnapshot(database);
  try {
    send({ total: await countDocuments(snapshot, plan.entry, filter) });
    const free = Array.from({ length: BUFFERS }, () => new ArrayBuffer(0));
    port.on('message', (buffer: ArrayBuffer) => free.push(buffer));
    for await (const part of writer.write(readRows(snapshot, plan, filter), context)) {
      while (free.length === 0) await once(port, 'message');
      send(fillBuffer(free.pop() as ArrayBuffer, part));
    }
  } finally {
    await snapshot.close();
  }
  send(null);
  port.close();
}

void runExport(workerData as ExportJob);
