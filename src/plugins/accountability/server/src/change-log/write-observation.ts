import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { appendChanges, type Change } from './append';
import { kindOfChange, NOWHERE, type Standing } from './kind-of-change';
import { documentsLinkedTo, subjectKey, type Subject } from './linked-documents';
import { standingsOf } from './public-rows';

/** Set while a write runs that is being observed: what happens below it is part of it. */
export const observedWrite = new AsyncLocalStorage<true>();

/** How documents of a content type stood at a moment, and which other documents showed them. */
export interface Observation {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly linked: ReadonlyMap<string, Subject>;
}

/** Looks at documents before or after a write to them, inside its transaction. */
export async function observe(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  documentIds: readonly string[],
): Promise<Observation> {
  const standings = await standingsOf(strapi, contentType, documentIds);
  const rowIds = [...standings.values()].flatMap((standing) => standing.rowIds);
  return { standings, linked: await documentsLinkedTo(strapi, trx, contentType, rowIds) };
}

/**
 * Appends what the public saw happen between two observations: to the documents themselves, and to others whose
 * exported rows have gained or lost one of them.
 * @param isRewritten whether a document's public rows that stayed were written to
 * @param others documents that were changed with them, though their exported rows do not show it
 */
export async function recordDifference(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  before: Observation,
  after: Observation,
  isRewritten: (documentId: string) => boolean,
  others: readonly Subject[] = [],
): Promise<void> {
  const at = new Date();
  const changes = [...after.standings].flatMap(([subjectId, standing]): Change[] => {
    const kind = kindOfChange(before.standings.get(subjectId) ?? NOWHERE, standing, isRewritten(subjectId));
    return kind ? [{ subjectType: contentType, subjectId, kind, at }] : [];
  });
  const touched = [
    ...new Map([
      ...[...before.linked].filter(([key]) => !after.linked.has(key)),
      ...[...after.linked].filter(([key]) => !before.linked.has(key)),
      ...others.map((subject) => [subjectKey(subject), subject] as const),
    ]).values(),
  ]
    // What has been written itself is told of already.
    .filter(({ subjectType, subjectId }) => subjectType !== contentType || !after.standings.has(subjectId));
  for (const subjectType of new Set(touched.map((subject) => subject.subjectType))) {
    const ids = touched.filter((subject) => subject.subjectType === subjectType).map((one) => one.subjectId);
    for (const [subjectId, { rowIds }] of await standingsOf(strapi, subjectType, ids)) {
      if (rowIds.length > 0) changes.push({ subjectType, subjectId, kind: 'updated', at });
    }
  }
  await appendChanges(strapi, trx, changes);
}
