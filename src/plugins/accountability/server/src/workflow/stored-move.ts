import type { Actor } from './actor';
import type { AsOf } from './as-of';
import type { WorkflowDeclaration } from './definition';
import type { ParsedFields } from './fields';
import type { WorkflowState, SubjectRow } from './document-state';

/** A move to be stored, or stored. */
export interface StoredMove {
  readonly workflow: WorkflowDeclaration;
  readonly documentId: string;
  readonly rows: readonly SubjectRow[];
  readonly before: WorkflowState;
  readonly to: string;
  /** Name of the transition, or of another cause: `recorded`, `edited`, `migrated`. */
  readonly transition: string;
  readonly fields: ParsedFields;
  readonly reason: string | null;
  readonly actor: Actor;
  readonly at: Date;
  /** Date stated by a source; without it, when it was made. */
  readonly asOf?: AsOf | null;
}
