import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { withoutSlashes } from '../http/without-slashes';
import { openDataPath } from '../export/register';
import { fileThreads } from '../export/worker/file-threads';
import { startArchive } from '../export/worker/start-archive';
import type { ArchiveStart } from './archive/archive-job';
import { latestEditions, nextVersion } from './archive/version';
import { archiveJobs } from './archive-jobs';
import { claimRelease, deleteAttempt, settleRelease, type Claim } from './attempt-lock';
import { findReleases, type KeptRelease, type NewRelease } from './store';
import { readFile, removeFile, storeFile } from './storage';

/** `made`: a new release. `same`: the latest one has this content already. `busy`: one is being made. */
export type ReleaseOutcome =
  { readonly outcome: 'made' | 'same'; readonly release: KeptRelease } | { readonly outcome: 'busy' };

/** Directory in which an attempt builds its file, so that the next one finds what it has left. */
const temporaryFile = (name: string): string => path.join(tmpdir(), `${name}.zip`);

/**
 * Makes a release: built to a temporary file, stored by the upload provider, read back and verified, and only then
 * recorded. A failure leaves no release; its files are removed at once or by the next attempt.
 * @throws what fails in the database, on the disk or in the provider
 */
export async function makeRelease(strapi: Core.Strapi): Promise<ReleaseOutcome> {
  const claim = await claimRelease(strapi);
  if (!claim) return { outcome: 'busy' };
  let isSettled = false;
  try {
    for (const { id, name } of claim.abandoned) await cleanUp(strapi, { id, name });
    const built = await build(strapi, claim);
    if ('same' in built) return { outcome: 'same', release: built.same };
    await settleRelease(strapi, claim, await keep(strapi, claim, built));
    isSettled = true;
    const release = (await findReleases(strapi)).find(({ version }) => version === built.start.version);
    return { outcome: 'made', release: release as KeptRelease };
  } finally {
    // What cannot be removed now, such as a file at an unreachable provider, the next attempt removes.
    if (!isSettled) await cleanUp(strapi, claim).catch((error: unknown) => strapi.log.error(error));
    claim.stop();
  }
}

/** Removes the files of an attempt, and then its row. */
async function cleanUp(strapi: Core.Strapi, { id, name }: Pick<Claim, 'id' | 'name'>): Promise<void> {
  await rm(temporaryFile(name), { force: true });
  await removeFile(strapi, name);
  await deleteAttempt(strapi, { id });
}

interface Built {
  readonly start: ArchiveStart;
  readonly bytes: number;
  readonly sha256: string;
}

/** Builds the file, and compares it with the release of the same content, if any. */
async function build(strapi: Core.Strapi, claim: Claim): Promise<Built | { same: KeptRelease }> {
  const releases = await findReleases(strapi);
  const taken = releases.map(({ version }) => version);
  const editions = latestEditions(taken);
  const first = await writeArchiveFile(strapi, claim, editions);
  const known = releases.find(({ version }) => version === first.start.version);
  if (!known) return first;
  if (known.sha256 === first.sha256) return { same: known };
  // The same rows with other texts: a release of its own, with its own version inside.
  const { content } = first.start;
  return writeArchiveFile(strapi, claim, { ...editions, [content]: nextVersion(content, taken) });
}

/** Writes the archive to the attempt's temporary file and computes its digest. */
async function writeArchiveFile(
  strapi: Core.Strapi,
  { name }: Claim,
  editions: Readonly<Record<string, string>>,
): Promise<Built> {
  const base = `${withoutSlashes(strapi.config.get<string>('server.absoluteUrl'))}${openDataPath(strapi)}`;
  const running = await startArchive(fileThreads(strapi), await archiveJobs(strapi)(base, editions));
  try {
    const file = await open(temporaryFile(name), 'w', 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const part of running.parts) {
        hash.update(part);
        await file.writeFile(part);
        bytes += part.length;
      }
      return { start: running.first, bytes, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  } finally {
    await running.close();
  }
}

/** Stores the file in the provider and verifies the stored copy. */
async function keep(
  strapi: Core.Strapi,
  { name }: Claim,
  { start, bytes, sha256 }: Built,
): Promise<NewRelease> {
  const file = await storeFile(strapi, temporaryFile(name), name, bytes);
  const hash = createHash('sha256');
  for await (const part of readFile(strapi, file, { start: 0, end: bytes - 1 })) hash.update(part);
  if (hash.digest('hex') !== sha256) throw new Error('The kept release differs from the one that was built');
  await rm(temporaryFile(name), { force: true });
  const { version, revision, rows } = start;
  return { version, released: new Date(), sequence: revision.sequence, bytes, sha256, rows, file };
}
