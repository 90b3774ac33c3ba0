import type { ArchiveJob } from '../../releases/archive/archive-job';
import type { ExportJob } from './export-job';

/** The task of a thread, as plain data. */
export type ThreadTask =
  | {
      readonly kind: 'export';
      readonly job: ExportJob;
      /** Only the statistics are needed. */
      readonly headOnly: boolean;
    }
  | { readonly kind: 'archive'; readonly job: ArchiveJob };

/**
 * Messages of a generating thread: first the statistics, then the parts of the file, last null. Each part's buffer
 * is returned after use, and reused for a later part.
 */
export type ThreadMessage<First> = First | Uint8Array<ArrayBuffer> | null;
