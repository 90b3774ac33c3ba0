import type { OpenDataConfig } from '../../datasets/config';
import type { Revision, RevisionBasis } from '../../datasets/revision-of-day';
import type { FileJob } from '../../export/worker/export-file';
import type { ExportJob } from '../../export/worker/export-job';

/** Input of an archive of every dataset, as plain data. */
export interface ArchiveJob {
  readonly database: ExportJob['database'];
  /** The file of each dataset, in the order of the archive. */
  readonly files: readonly FileJob[];
  /** Input of the revision, which is read in the archive's own snapshot. */
  readonly revision: RevisionBasis & { readonly changeTable: string };
  readonly timeZone: string;
  /** Versions to write instead of the content's own, where a release has that already. */
  readonly editions: Readonly<Record<string, string>>;
  readonly config: OpenDataConfig;
  /** Absolute address of open data. */
  readonly base: string;
}

/** Known before the first byte of an archive. */
export interface ArchiveStart {
  readonly revision: Revision;
  /** The version of its content. */
  readonly content: string;
  /** The version written in the archive. */
  readonly version: string;
  /** Rows by dataset. */
  readonly rows: Readonly<Record<string, number>>;
}
