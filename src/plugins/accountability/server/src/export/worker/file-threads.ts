import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Core } from '@strapi/strapi';
import type { ExportJob } from './export-job';
import type { FileWorkerData } from './file-worker';

const FILE = path.join(__dirname, 'file-worker.js');

/** Bounds of a thread's own heap, in megabytes; texts that die young must find little room to grow old in. */
const LIMITS = {
  maxYoungGenerationSizeMb: 4,
  maxOldGenerationSizeMb: 128,
};

/** Threads that wait for work. Starting one takes longer than making a small file. */
const READY = 2;

/** The threads that make files: a few wait for work, the others end with their file. */
export class FileThreads {
  private readonly ready: Worker[] = [];
  private isClosed = false;
  /** The export asked for last: what the next thread rehearses. */
  private latest: ExportJob | undefined;

  constructor(private readonly client: string) {}

  /** Sees to it that one waits. */
  prepare(): void {
    if (!this.isClosed && this.ready.length === 0) this.keep(this.start(this.latest));
  }

  /**
   * One that waits, or a new one. The caller gives it back or ends it.
   * @param job the export it is for
   */
  take(job?: ExportJob): Worker {
    this.latest = job ?? this.latest;
    const worker = this.ready.pop() ?? this.start();
    worker.ref();
    return worker;
  }

  /** Takes back one that has nothing to do. */
  async giveBack(worker: Worker): Promise<void> {
    if (this.isClosed || this.ready.length >= READY) await worker.terminate();
    else this.keep(worker);
  }

  /** Ends one, whatever it does, and has another ready in its place. */
  async end(worker: Worker): Promise<void> {
    await worker.terminate();
    this.prepare();
  }

  /** Ends those that wait. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.ready.splice(0).map((worker) => worker.terminate()));
  }

  private start(rehearsal?: ExportJob): Worker {
    const worker = new Worker(FILE, {
      name: 'open-data-file',
      workerData: { client: this.client, rehearsal } satisfies FileWorkerData,
      resourceLimits: LIMITS,
      execArgv: [],
    });
    // Who waits for a file hears of a failure by itself; without a listener one would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const place = this.ready.indexOf(worker);
      if (place >= 0) this.ready.splice(place, 1);
    });
    return worker;
  }

  private keep(worker: Worker): void {
    // One that waits for work keeps no process alive.
    worker.unref();
    this.ready.push(worker);
  }
}

const known = new WeakMap<Core.Strapi, FileThreads>();

/** The application's threads. */
export function fileThreads(strapi: Core.Strapi): FileThreads {
  let threads = known.get(strapi);
  if (!threads) {
    threads = new FileThreads(strapi.config.get<string>('database.connection.client'));
    known.set(strapi, threads);
  }
  return threads;
}
