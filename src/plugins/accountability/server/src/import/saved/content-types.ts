import { internalType } from '../../database/internal-type';

export const SAVED_MAPPING = 'plugin::accountability.saved-mapping';

export const savedMappingTypes = {
  /** Mappings that editors have saved. */
  'saved-mapping': internalType({
    singular: 'saved-mapping',
    plural: 'saved-mappings',
    table: 'accountability_saved_mappings',
    displayName: 'Saved mapping of imports',
    attributes: {
      /** Public id. */
      key: { type: 'string', required: true },
      name: { type: 'string', required: true },
      /** The name as it is compared. */
      comparedName: { type: 'string', required: true },
      /** As `shared/saved-mapping` has them. */
      tables: { type: 'json', required: true },
      /** Who saved it first, and who changed it last. */
      ownerKind: { type: 'string', required: true },
      ownerId: { type: 'string' },
      ownerName: { type: 'string' },
      changedBy: { type: 'string' },
      savedAt: { type: 'datetime', required: true },
      changedAt: { type: 'datetime', required: true },
      /** Counts its changes. */
      version: { type: 'integer', required: true },
    },
    indexes: [
      { name: 'acc_saved_mappings_key_uq', columns: ['key'], type: 'unique' },
      { name: 'acc_saved_mappings_name_uq', columns: ['compared_name'], type: 'unique' },
    ],
  }),
};
