import type { Core } from '@strapi/strapi';
import { isoSeconds } from '../export/source/values';
import { RELEASE } from './content-types';
import type { StoredFile } from './storage';

/** A release as stored. */
export interface KeptRelease {
  readonly version: string;
  /** ISO 8601 in whole seconds. */
  readonly released: string;
  /** Number of the latest change in it. */
  readonly sequence: number;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Rows by dataset. */
  readonly rows: Readonly<Record<string, number>>;
  readonly file: StoredFile;
}

export type NewRelease = Omit<KeptRelease, 'released'> & { readonly released: Date };

/** The database returns a large number as text, and a point in time in its own form. */
const keptRelease = (row: Record<string, unknown>): KeptRelease => ({
  version: String(row.version),
  released: isoSeconds(new Date(row.released as string | number | Date).getTime()),
  sequence: Number(row.sequence),
  bytes: Number(row.bytes),
  sha256: String(row.sha256),
  rows: row.rows as KeptRelease['rows'],
  file: row.file as StoredFile,
});

/** Every release, the earliest first. */
export async function findReleases(strapi: Core.Strapi): Promise<KeptRelease[]> {
  const rows = (await strapi.db.query(RELEASE).findMany({ orderBy: { id: 'asc' } })) as Record<
    string,
    unknown
  >[];
  return rows.map(keptRelease);
}

export async function findRelease(strapi: Core.Strapi, version: string): Promise<KeptRelease | null> {
  const row = (await strapi.db.query(RELEASE).findOne({ where: { version } })) as Record<
    string,
    unknown
  > | null;
  return row && keptRelease(row);
}

/** Address of a release's file. @param base absolute address of open data */
export const releaseUrl = (base: string, { version }: Pick<KeptRelease, 'version'>): string =>
  `${base}/releases/${encodeURIComponent(version)}.zip`;

/** A release in responses. */
export const releaseView = (base: string, release: KeptRelease) => {
  const { version, released, sequence, bytes, sha256, rows } = release;
  return { version, created: released, sequence, bytes, sha256, rows, url: releaseUrl(base, release) };
};
