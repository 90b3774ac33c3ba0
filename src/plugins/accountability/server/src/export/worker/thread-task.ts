import type { ArchiveJob } from '../../releases/archive/archive-job';
import type { ExportJob } from './export-job';

/** What a thread is asked to make, as plain data. */
export type ThreadTask =
  | {
      readonly kind: 'export';
      readonly job: ExportJob;
      /** What is known before the file is all that is wanted. */
      readonly headOnly: boolean;
    }
  | { readonly kind: 'archive'; readonly job: ArchiveJob };

/**
 * What a thread that makes a file sends: first what is known before, then the parts of the file, last null. Each
 * part's buffer is sent back once it is done with, and serves for a later part.
 */
export type ThreadMessage<First> = First | Uint8Array<ArrayBuffer> | null;
