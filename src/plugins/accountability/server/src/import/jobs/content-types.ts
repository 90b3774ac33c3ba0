import { internalType } from '../../database/internal-type';

export const IMPORT = 'plugin::accountability.import';
export const IMPORTED_DOCUMENT = 'plugin::accountability.imported-document';

/** `running` until it has ended; what a process that died left behind is `failed`. */
export const IMPORT_STATUSES = ['running', 'checked', 'refused', 'done', 'failed', 'undone'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const importTypes = {
  /** Every import that was asked for: who, when, from which files, and what came of it. */
  import: internalType({
    singular: 'import',
    plural: 'imports',
    table: 'accountability_imports',
    displayName: 'Import',
    attributes: {
      /** Public id, and the name of its folder. */
      name: { type: 'string', required: true },
      status: { type: 'string', required: true },
      mapping: { type: 'string', required: true },
      locale: { type: 'string' },
      isDryRun: { type: 'boolean', required: true },
      keepsGood: { type: 'boolean', required: true },
      /** Name, SHA-256 and bytes of each file, and where it is kept. */
      files: { type: 'json', required: true },
      actorKind: { type: 'string', required: true },
      actorId: { type: 'string' },
      actorName: { type: 'string' },
      startedAt: { type: 'datetime', required: true },
      endedAt: { type: 'datetime' },
      /** Documents done so far, and how many there are. */
      progress: { type: 'json' },
      result: { type: 'json' },
      /** Code of what made it fail. */
      failure: { type: 'string' },
      /** Digest of the caller and its Idempotency-Key, and of the request it came with. */
      idempotencyKey: { type: 'string' },
      requestDigest: { type: 'string' },
      host: { type: 'string', required: true },
      process: { type: 'integer', required: true },
      /** Time of the last heartbeat. */
      seen: { type: 'datetime', required: true },
    },
    indexes: [
      { name: 'acc_imports_name_uq', columns: ['name'], type: 'unique' },
      { name: 'acc_imports_key_uq', columns: ['idempotency_key'], type: 'unique' },
      { name: 'acc_imports_status_ix', columns: ['status'] },
    ],
  }),
  /** What an import wrote, so that it can be undone. */
  'imported-document': internalType({
    singular: 'imported-document',
    plural: 'imported-documents',
    table: 'accountability_imported_documents',
    displayName: 'Imported document',
    attributes: {
      /** Name of the import. */
      import: { type: 'string', required: true },
      contentType: { type: 'string', required: true },
      subjectId: { type: 'string', required: true },
      isNew: { type: 'boolean', required: true },
      /** Of a changed document what it had before; null of a new one. */
      before: { type: 'json' },
    },
    indexes: [{ name: 'acc_imported_documents_ix', columns: ['import', 'content_type', 'id'] }],
  }),
};
