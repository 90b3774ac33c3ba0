import type { Core } from '@strapi/strapi';
import { ownedAttributes, uidOf, workflowConfig, workflowsOf } from './registry';
import { checkedWrite } from './checked-write';
import { forbiddenWrite } from './write-guard';
import { checkWrite, initialValues, type WriteData } from './write-check';

interface RowEvent {
  readonly model: { readonly uid: string };
  readonly params: { where?: Record<string, unknown>; data?: WriteData | WriteData[] };
}

/**
 * Guard below the document service, for plugins and scripts that write rows directly: attributes of moves must keep
 * their value there.
 */
export function guardRows(strapi: Core.Strapi): void {
  const { workflows } = workflowConfig(strapi);
  const models = [...new Set(workflows.map(({ contentType }) => contentType))];
  if (models.length === 0) return;

  const check = async (
    { model, params }: RowEvent,
    currentOf: (fields: string[], data: WriteData) => Promise<Record<string, unknown>[]>,
  ) => {
    if (checkedWrite.getStore()) return;
    const declared = workflowsOf(workflowConfig(strapi), model.uid);
    const owned = ownedAttributes(declared);
    for (const data of [params.data ?? []].flat()) {
      const given = [...owned.keys()].filter((field) => data[field] !== undefined);
      if (given.length === 0) continue;
      const rows = await currentOf(given, data);
      for (const current of rows.length > 0 ? rows : [initialValues(declared, owned)]) {
        const { forbidden } = checkWrite(data, owned, current);
        if (forbidden.length > 0) throw forbiddenWrite(strapi, forbidden);
      }
    }
  };
  const existing = (event: RowEvent) =>
    check(event, (fields) =>
      strapi.db
        .query(uidOf(event.model.uid))
        .findMany({ select: ['id', ...fields], where: event.params.where ?? {} }),
    );
  const fresh = (event: RowEvent) =>
    check(event, async (fields, { documentId }) =>
      documentId
        ? strapi.db
            .query(uidOf(event.model.uid))
            .findMany({ select: ['id', ...fields], where: { documentId }, limit: 1 })
        : [],
    );

  strapi.db.lifecycles.subscribe({
    models,
    // Strapi's own event type is narrower than what it passes as `params`.
    beforeUpdate: (event) => existing(event as unknown as RowEvent),
    beforeUpdateMany: (event) => existing(event as unknown as RowEvent),
    beforeCreate: (event) => fresh(event as unknown as RowEvent),
    beforeCreateMany: (event) => fresh(event as unknown as RowEvent),
  });
}
