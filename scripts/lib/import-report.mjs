import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { fail } from './steps.mjs';

/** A file for the lines of a report; ends the process with 2 where it cannot be written. */
export async function openReport(file) {
  const stream = createWriteStream(file);
  try {
    await once(stream, 'open');
  } catch (error) {
    fail(`The report cannot be written: ${error.message}`, 2);
  }
  return {
    write: (line) => stream.write(line),
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}
