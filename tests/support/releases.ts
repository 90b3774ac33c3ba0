import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uploadsFolder } from './processes';
import type { Tracker } from './tracker';

export const UPLOADS = uploadsFolder();
export const ATTEMPT = 'plugin::accountability.release-attempt' as never;

export interface ReleaseView {
  version: string;
  created: string;
  sequence: number;
  bytes: number;
  sha256: string;
  rows: Record<string, number>;
  url: string;
}
export interface Made {
  outcome: 'made' | 'same' | 'busy';
  release: ReleaseView & { file: { hash: string; url: string } };
}
export interface Provider {
  uploadStream(file: Record<string, unknown>): Promise<void>;
  delete(file: object): Promise<unknown>;
}

export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** Names of files of releases, where they are kept and where they are made. */
const files = (): string[] =>
  [...readdirSync(UPLOADS), ...readdirSync(tmpdir())].filter((name) => name.startsWith('open-data-release-'));

/** What tests of releases do with the application that is running at the time. */
export function releasesOf(running: () => Tracker) {
  const kept = new Set<string>();
  // Somebody else's: what a run before left, or one beside this.
  const foreign = new Set(files());
  const address = (file: string) => `${running().url}/api/open-data/${file}`;
  return {
    /** Names in the store of the releases that were made. */
    kept,
    address,
    async make(): Promise<Made> {
      const made: Made = await running().strapi.plugin('accountability').service('releases').make();
      if (made.outcome === 'made') kept.add(made.release.file.hash);
      return made;
    },
    async list(): Promise<ReleaseView[]> {
      const response = await fetch(address('releases.json'));
      expect(response.status).toBe(200);
      return ((await response.json()) as { releases: ReleaseView[] }).releases;
    },
    provider: () => running().strapi.plugin('upload').provider as unknown as Provider,
    /** Files of releases that are none. */
    leftovers: () => files().filter((name) => !foreign.has(name) && !kept.has(path.parse(name).name)),
    attempts: () => running().strapi.db.query(ATTEMPT).findMany({}),
    async removeKept(): Promise<void> {
      for (const hash of kept) await rm(path.join(UPLOADS, `${hash}.zip`), { force: true });
    },
  };
}
