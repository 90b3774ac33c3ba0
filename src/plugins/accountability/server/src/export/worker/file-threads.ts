import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Core } from '@strapi/strapi';
import type { ExportJob } from './export-job';
import type { FileWorkerData } from './file-worker';

const FILE = path.join(__dirname, 'file-worker.js');

/** Limits of a thread's heap, in megabytes; a small young generation is enough for short-lived texts. */
const LIMITS = {
  maxYoungGenerationSizeMb: 4,
  maxOldGenerationSizeMb: 128,
};

/** Idle threads. Starting one takes longer than generating a small file. */
const READY = 2;

/** The pool of threads that generate files: a few idle ones are kept, the others end with their file. */
export class FileThreads {
  private readonly ready: Worker[] = [];
  private isClosed = false;
  /** The latest export: the next thread warms up with it. */
  private latest: ExportJob | undefined;

  constructor(private readonly client: string) {}

  /** Makes sure that a thread is idle. */
  prepare(): void {
    if (!this.isClosed && this.ready.length === 0) this.keep(this.start(this.latest));
  }

  /**
   * An idle thread, or a new one. The caller returns or ends it.
   * @param job its export
   */
  take(job?: ExportJob): Worker {
    this.latest = job ?? this.latest;
    const worker = this.ready.pop() ?? this.start();
    worker.ref();
    return worker;
  }

  /** Returns an idle thread to the pool. */
  async release(worker: Worker): Promise<void> {
    if (this.isClosed || this.ready.length >= READY) await worker.terminate();
    else this.keep(worker);
  }

  /** Ends a thread, whatever it does, and starts a replacement. */
  async end(worker: Worker): Promise<void> {
    await worker.terminate();
    this.prepare();
  }

  /** Ends the idle threads. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.ready.splice(0).map((worker) => worker.terminate()));
  }

  private start(warmUpJob?: ExportJob): Worker {
    const worker = new Worker(FILE, {
      name: 'open-data-file',
      workerData: { client: this.client, warmUpJob } satisfies FileWorkerData,
      resourceLimits: LIMITS,
      execArgv: [],
    });
    // The consumer of the file receives the failure itself; without a listener it would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const place = this.ready.indexOf(worker);
      if (place >= 0) this.ready.splice(place, 1);
    });
    return worker;
  }

  private keep(worker: Worker): void {
    // An idle thread must not keep the process alive.
    worker.unref();
    this.ready.push(worker);
  }
}

const known = new WeakMap<Core.Strapi, FileThreads>();

/** The application's pool. */
export function fileThreads(strapi: Core.Strapi): FileThreads {
  let threads = known.get(strapi);
  if (!threads) {
    threads = new FileThreads(strapi.config.get<string>('database.connection.client'));
    known.set(strapi, threads);
  }
  return threads;
}
