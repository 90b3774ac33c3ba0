import { internalType } from '../database/internal-type';

/** Uid of the change log. */
export const CHANGE = 'plugin::accountability.change';

/** The change log: one row per change of a document, numbered in the order in which they were committed. */
export const changeLogTypes = {
  change: internalType({
    singular: 'change',
    plural: 'changes',
    table: 'accountability_changes',
    displayName: 'Change',
    attributes: {
      subjectType: { type: 'string', required: true },
      subjectId: { type: 'string', required: true },
      /** `transition` or `deleted`. */
      kind: { type: 'string', required: true },
      at: { type: 'datetime', required: true },
    },
    indexes: [{ name: 'acc_changes_subject_ix', columns: ['subject_type', 'subject_id'] }],
  }),
};
