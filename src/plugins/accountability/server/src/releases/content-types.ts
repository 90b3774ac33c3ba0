import { internalType } from '../database/internal-type';

export const RELEASE = 'plugin::accountability.release';
export const RELEASE_ATTEMPT = 'plugin::accountability.release-attempt';

export const releaseTypes = {
  /** The releases: a row is written once the file is completely stored, and never changed. */
  release: internalType({
    singular: 'release',
    plural: 'releases',
    table: 'accountability_releases',
    displayName: 'Release',
    attributes: {
      version: { type: 'string', required: true },
      released: { type: 'datetime', required: true },
      /** Number of the latest change in it. */
      sequence: { type: 'integer', required: true },
      bytes: { type: 'biginteger', required: true },
      sha256: { type: 'string', required: true },
      /** Rows by dataset. */
      rows: { type: 'json', required: true },
      /** Location of the file in the upload provider. */
      file: { type: 'json', required: true },
    },
    indexes: [{ name: 'acc_releases_version_uq', columns: ['version'], type: 'unique' }],
  }),
  /** Running attempts, and those that died and left files behind. */
  'release-attempt': internalType({
    singular: 'release-attempt',
    plural: 'release-attempts',
    table: 'accountability_release_attempts',
    displayName: 'Release attempt',
    attributes: {
      /** Name of its files. */
      name: { type: 'string', required: true },
      host: { type: 'string', required: true },
      process: { type: 'integer', required: true },
      /** Time of the last heartbeat. */
      seen: { type: 'datetime', required: true },
    },
    indexes: [{ name: 'acc_release_attempts_name_uq', columns: ['name'], type: 'unique' }],
  }),
};
