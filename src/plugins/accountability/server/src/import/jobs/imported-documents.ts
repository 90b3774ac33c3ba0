import type { Core } from '@strapi/strapi';
import type { Difference } from '../plan/compare';
import type { ImportedState } from '../plan/import-document';
import type { PlannedDocument } from '../plan/planned-document';
import { IMPORTED_DOCUMENT } from './content-types';
import { priorVersionsOf, type PriorVersion } from './prior-versions';

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
  /** When it had last been written: an undone import leaves no trace, also for the undoing of an earlier one. */
  readonly updatedAt?: string;
  /** Languages it had: others are those of the import. Absent in imports made before it was kept. */
  readonly languages?: readonly string[];
}

function valuesBefore(
  states: readonly ImportedState[],
  differences: readonly Difference[],
  prior: PriorVersion | undefined,
): ValuesBefore {
  const added: Record<string, number> = {};
  for (const { workflow } of states) added[workflow] = (added[workflow] ?? 0) + 1;
  return { values: differences.map(({ after: _, ...before }) => before), states: added, ...prior };
}

/** @param name of the import */
export function imported(strapi: Core.Strapi, name: string): ImportedDocuments {
  const { tableName } = strapi.db.metadata.get(IMPORTED_DOCUMENT);
  return {
    async add(planned) {
      const prior = await priorVersionsOf(
        strapi,
        planned.flatMap(({ document }) => (document && !document.isNew ? [document] : [])),
      );
      const rows = planned.map(({ document, contentType, differences }) => ({
        import: name,
        content_type: contentType,
        subject_id: document?.documentId,
        is_new: document?.isNew ?? false,
        before:
          !document || document.isNew
            ? null
            : JSON.stringify(
                valuesBefore(
                  document.states,
                  differences,
                  prior.get(`${contentType} ${document.documentId}`),
                ),
              ),
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
