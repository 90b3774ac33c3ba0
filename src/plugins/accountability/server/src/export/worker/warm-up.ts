import { formats } from '../formats';
import { formatsFor } from '../formats/format';
import { partOutput } from '../output';
import { openConnection } from '../source/open-connection';
import { writeFile } from './export-file';
import type { ExportJob } from './export-job';

/** Ends a file after its first part. */
class FirstPartWritten extends Error {}

const firstPartOnly = () =>
  partOutput(async () => {
    throw new FirstPartWritten();
  });

/**
 * Warms up: generates the beginning of a file in every format and discards it; compiled code sends its first byte
 * in half the time. Errors are ignored here, since the real export reports them.
 * @param job a previous export
 */
export async function warmUp({ database, ...job }: ExportJob): Promise<void> {
  const settings = { ...database.connection, application_name: 'open-data warm-up' };
  const connection = await openConnection({ ...database, connection: settings });
  try {
    const snapshot = await connection.begin();
    for (const { extension } of formatsFor(formats, job.context.dataset)) {
      const context = { ...job.context, parameters: {} };
      await writeFile(snapshot, { ...job, context, format: extension }, 0, firstPartOnly()).catch(
        () => undefined,
      );
    }
  } finally {
    await connection.close();
  }
}
