import type { Core } from '@strapi/strapi';
import type { PlannedDocument } from '../plan/planner';
import { IMPORTED_DOCUMENT } from './content-types';

const AT_ONCE = 100;

/** What an import writes, kept so that it can be undone. */
export interface ImportedDocuments {
  add(planned: readonly PlannedDocument[]): Promise<void>;
  /** Of an import that has written nothing. */
  forget(): Promise<void>;
}

/** @param name of the import */
export function imported(strapi: Core.Strapi, name: string): ImportedDocuments {
  const { tableName } = strapi.db.metadata.get(IMPORTED_DOCUMENT);
  return {
    async add(planned) {
      const rows = planned.map(({ document, contentType, differences }) => ({
        import: name,
        content_type: contentType,
        subject_id: document?.documentId,
        is_new: document?.isNew ?? false,
        before: document?.isNew ? null : JSON.stringify(differences.map(({ after: _, ...before }) => before)),
      }));
      for (let start = 0; start < rows.length; start += AT_ONCE) {
        await strapi.db.connection(tableName).insert(rows.slice(start, start + AT_ONCE));
      }
    },
    async forget() {
      await strapi.db.connection(tableName).where({ import: name }).delete();
    },
  };
}
