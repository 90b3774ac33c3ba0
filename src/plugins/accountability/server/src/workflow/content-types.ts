import { internalType } from '../database/internal-type';

const subject = {
  /** Uid of the content type of the row's document. */
  subjectType: { type: 'string', required: true },
  /** Its documentId. */
  subjectId: { type: 'string', required: true },
  workflow: { type: 'string', required: true },
} as const;

/** State of each document that has been moved, and the append-only history of its moves. */
export const workflowTypes = {
  'workflow-state': internalType({
    singular: 'workflow-state',
    plural: 'workflow-states',
    table: 'accountability_workflow_states',
    displayName: 'Workflow state',
    attributes: {
      ...subject,
      state: { type: 'string', required: true },
      /** Number of moves; a move names the version it has read. */
      version: { type: 'integer', required: true },
      movedAt: { type: 'datetime', required: true },
    },
    indexes: [
      {
        name: 'acc_states_subject_uq',
        columns: ['subject_type', 'subject_id', 'workflow'],
        type: 'unique',
      },
      { name: 'acc_states_state_ix', columns: ['workflow', 'state'] },
    ],
  }),
  'status-change': internalType({
    singular: 'status-change',
    plural: 'status-changes',
    table: 'accountability_status_changes',
    displayName: 'Status change',
    attributes: {
      ...subject,
      transition: { type: 'string', required: true },
      /** Empty for a recorded state: it has no previous one. */
      fromState: { type: 'string' },
      toState: { type: 'string', required: true },
      version: { type: 'integer', required: true },
      actorKind: { type: 'string', required: true },
      actorId: { type: 'string' },
      /** For editors and administrators only; never public. */
      actorName: { type: 'string' },
      /** The public name of the actor: that of a role. */
      actorLabel: { type: 'string' },
      reason: { type: 'text' },
      fields: { type: 'json' },
      /** When it was recorded. */
      at: { type: 'datetime', required: true },
      /** The date stated by a source: first day of a period of this precision. */
      asOf: { type: 'date' },
      asOfPrecision: { type: 'string' },
    },
    indexes: [
      {
        name: 'acc_history_version_uq',
        columns: ['subject_type', 'subject_id', 'workflow', 'version'],
        type: 'unique',
      },
      { name: 'acc_history_at_ix', columns: ['at'] },
      { name: 'acc_history_as_of_ix', columns: ['as_of'] },
    ],
  }),
};
