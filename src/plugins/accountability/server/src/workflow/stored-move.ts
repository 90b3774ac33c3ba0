import type { Actor } from './actor';
import type { AsOf } from './as-of';
import type { WorkflowDeclaration } from './definition';
import type { ParsedFields } from './fields';
import type { WorkflowState, SubjectRow } from './document-state';

/** A move that is to be stored, or was. */
export interface StoredMove {
  readonly workflow: WorkflowDeclaration;
  readonly documentId: string;
  readonly rows: readonly SubjectRow[];
  readonly before: WorkflowState;
  readonly to: string;
  /** Name of the transition, or of what moved the document without one: `recorded`, `edited`, `migrated`. */
  readonly transition: string;
  readonly fields: ParsedFields;
  readonly reason: string | null;
  readonly actor: Actor;
  readonly at: Date;
  /** When it happened as a source says; without it, when it was made. */
  readonly asOf?: AsOf | null;
}
