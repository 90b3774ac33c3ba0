import type { Core } from '@strapi/strapi';
import { STATUS_CHANGE } from './uids';
import type { WorkflowDeclaration } from './definition';

/** All values a document has had in the attributes only moves write. */
export async function earlierValues(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  owned: ReadonlyMap<string, WorkflowDeclaration>,
): Promise<Record<string, unknown[]>> {
  const moves: { workflow: string; fromState: string | null; fields: Record<string, unknown> | null }[] =
    await strapi.db.query(STATUS_CHANGE).findMany({
      select: ['workflow', 'fromState', 'fields'],
      where: { subjectType: uid, subjectId: documentId },
    });
  return Object.fromEntries(
    [...owned].map(([name, { name: workflow, field, initial }]) => {
      const own = moves.filter((move) => move.workflow === workflow);
      return [
        name,
        name === field
          ? own.map(({ fromState }) => fromState ?? initial)
          : [null, ...own.map(({ fields }) => fields?.[name])],
      ];
    }),
  );
}
