import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By how much the heap may grow, in percent, before it is collected again. */
const PERCENT = 30;
/** V8 chooses: up to four times what was in use. */
const AUTOMATIC = 0;

let running = 0;

/**
 * Runs work that makes much garbage which outlives the young generation, with the heap collected before it has grown by
 * a third. Otherwise V8 lets it grow to several times what is in use: an import of 50,000 documents took 400 MB, of
 * which less than 100 were in use. It takes about a tenth more time; collections are concurrent.
 */
export async function withSlowHeapGrowth<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  if (running === 1) {
    setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
    // The limit that is in force was set by the last collection, for the growth of then.
    collect();
  }
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) setFlagsFromString(`--heap-growing-percent=${AUTOMATIC}`);
  }
}

/** Contexts that are made while the flag is set have the function, whatever the process was started with. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  try {
    (runInNewContext('gc') as () => void)();
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}
