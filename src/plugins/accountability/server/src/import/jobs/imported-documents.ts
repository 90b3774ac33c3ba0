import type { Core } from '@strapi/strapi';
import type { Difference } from '../plan/compare';
import type { ImportedState } from '../plan/import-document';
import type { PlannedDocument } from '../plan/planner';
import { IMPORTED_DOCUMENT } from './content-types';

const AT_ONCE = 100;

/** What an import writes, kept so that it can be undone. */
export interface ImportedDocuments {
  add(planned: readonly PlannedDocument[]): Promise<void>;
  /** Of an import that has written nothing. */
  forget(): Promise<void>;
}

/** What a changed document had before an import. */
export interface ValuesBefore {
  readonly values: readonly Omit<Difference, 'after'>[];
  /** By workflow how many states the import added. */
  readonly states: Readonly<Record<string, number>>;
}

function valuesBefore(states: readonly ImportedState[], differences: readonly Difference[]): ValuesBefore {
  const added: Record<string, number> = {};
  for (const { workflow } of states) added[workflow] = (added[workflow] ?? 0) + 1;
  return { values: differences.map(({ after: _, ...before }) => before), states: added };
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
        before: document?.isNew ? null : JSON.stringify(valuesBefore(document?.states ?? [], differences)),
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
