import type { Catalogue } from '../../catalogue/catalogue';
import type { Output } from '../../export/output';
import type { Snapshot } from '../../export/source/connection';
import { isoSeconds } from '../../export/source/values';
import { countRows, writeFile } from '../../export/worker/export-file';
import type { ArchiveJob, ArchiveStart } from './archive-job';
import {
  DATA_PACKAGE,
  LICENCE,
  licenceDocument,
  packageDocument,
  README,
  readmeDocument,
  SUMS,
  sumsDocument,
  fileName,
} from './documents';
import { readRevision } from './read-revision';
import { contentVersion } from './version';
import { ZipArchive } from './zip';

/** Statistics of the archive, read in its snapshot. */
export async function startOf(snapshot: Snapshot, job: ArchiveJob): Promise<ArchiveStart> {
  const revision = await readRevision(snapshot, job.revision);
  const content = contentVersion(revision, job.timeZone);
  const rows: Record<string, number> = {};
  for (const file of job.files) rows[file.context.dataset.name] = await countRows(snapshot, file);
  return { revision, content, version: job.editions[content] ?? content, rows };
}

/** Input of the archive's documents; nothing depends on the time of packing. */
function catalogueOf({ config, base }: ArchiveJob, { revision, version, rows }: ArchiveStart): Catalogue {
  const modified = revision.sequence > 0 ? isoSeconds(revision.modified.getTime()) : null;
  return {
    config,
    formats: [],
    base,
    api: base.slice(0, base.lastIndexOf('/')),
    collectionOf: () => undefined,
    facts: {
      revision: version,
      modified,
      datasets: Object.fromEntries(
        Object.entries(rows).map(([name, count]) => [name, { rows: count, modified: null, temporal: null }]),
      ),
      releases: [],
    },
  };
}

/**
 * Writes the whole archive: the CSV files, then their metadata with the digests, and the checksums of all files
 * last.
 */
export async function writeArchive(
  snapshot: Snapshot,
  job: ArchiveJob,
  start: ArchiveStart,
  output: Output,
): Promise<void> {
  const archive = new ZipArchive();
  const catalogue = catalogueOf(job, start);
  const fill = async () => {
    for (const file of job.files) {
      const { dataset } = file.context;
      const total = start.rows[dataset.name] ?? 0;
      await archive.addFile(fileName(dataset), (entry) => writeFile(snapshot, file, total, entry));
    }
    archive.addText(DATA_PACKAGE, packageDocument(catalogue, archive.files));
    archive.addText(README, readmeDocument(catalogue));
    archive.addText(LICENCE, licenceDocument(catalogue));
    archive.addText(SUMS, sumsDocument(archive.files));
    archive.end();
  };
  await Promise.all([fill(), passOn(archive.bytes, output)]);
}

async function passOn(bytes: AsyncIterable<Uint8Array>, output: Output): Promise<void> {
  const { sink } = output;
  for await (const chunk of bytes) {
    sink.reserve(chunk.length);
    sink.bytes.set(chunk, sink.length);
    sink.length += chunk.length;
    if (output.isFull()) await output.flush();
  }
  await output.end();
}
