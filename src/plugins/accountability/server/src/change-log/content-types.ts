import { internalType } from '../database/internal-type';

/** Uid of the change log. */
export const CHANGE = 'plugin::accountability.change';

/**
 * Public changes of a document. `unpublished` and `deleted` are tombstones; `transition` is a move of a public
 * workflow on a public document.
 */
export const CHANGE_KINDS = ['created', 'updated', 'unpublished', 'deleted', 'transition'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Kinds after which a document is not public. */
export const TOMBSTONES: readonly ChangeKind[] = ['unpublished', 'deleted'];

/** Kind of the row that marks the start of the log for a content type; it belongs to no document. */
export const BASELINE = 'baseline';

/** The change log: one row per public change of a document, numbered in the order in which they were committed. */
export const changeLogTypes = {
  change: internalType({
    singular: 'change',
    plural: 'changes',
    table: 'accountability_changes',
    displayName: 'Change',
    attributes: {
      subjectType: { type: 'string', required: true },
      subjectId: { type: 'string', required: true },
      /** A `ChangeKind`, or `baseline`. */
      kind: { type: 'string', required: true },
      at: { type: 'datetime', required: true },
    },
    indexes: [
      { name: 'acc_changes_document_ix', columns: ['subject_type', 'subject_id', 'id'] },
      { name: 'acc_changes_kind_ix', columns: ['subject_type', 'kind', 'id'] },
      // The index's first entry per type is its latest change.
      { name: 'acc_changes_type_ix', columns: ['subject_type', 'id'] },
    ],
  }),
};
