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
 * Makes the beginning of a file in every format and throws it away: code that has run before takes half the time when
 * somebody waits for the first byte. What fails here fails again, and is told, when a file is asked for.
 * @param job an export somebody has asked for
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
