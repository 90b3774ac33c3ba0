import { formats } from '../formats';
import { formatsFor } from '../formats/format';
import { partOutput } from '../output';
import { openSnapshot } from '../source/open-snapshot';
import { writeFile } from './export-file';
import type { ExportJob } from './export-job';

/** Ends a file after its first part. */
class Enough extends Error {}

const firstPartOnly = () =>
  partOutput(async () => {
    throw new Enough();
  });

/**
 * Warms up: generates the beginning of a file in every format and discards it; compiled code sends its first byte
 * in half the time. Errors are ignored here, since the real export reports them.
 * @param job a previous export
 */
export async function rehearse({ database, ...job }: ExportJob): Promise<void> {
  const connection = { ...database.connection, application_name: 'open-data rehearsal' };
  const snapshot = await openSnapshot({ ...database, connection });
  try {
    for (const { extension } of formatsFor(formats, job.context.dataset)) {
      const context = { ...job.context, parameters: {} };
      await writeFile(snapshot, { ...job, context, format: extension }, 0, firstPartOnly()).catch(
        () => undefined,
      );
    }
  } finally {
    await snapshot.close();
  }
}
