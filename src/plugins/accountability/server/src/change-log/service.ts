import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ensureBaselines } from './baseline';
import { appendChanges } from './append';
import { checkChangeLog } from './consistency-check';
import type { Subject } from './linked-documents';
import { takeSnapshot, loggedWrite, recordDifference } from './public-snapshot';
import { publicTypes } from './public-types';
import { documentSnapshots } from './public-rows';

/** `strapi.plugin('accountability').service('changeLog')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `ensureBaselines`; every start does it. */
  begin: () => ensureBaselines(strapi),
  /** See `checkChangeLog`. */
  check: () => checkChangeLog(strapi),
  /**
   * Appends that rows of these documents were changed past the document service, for those that are public. In the
   * caller's transaction, which holds the content lock.
   */
  async recordUpdated(
    trx: Knex.Transaction,
    subjectType: string,
    documentIds: readonly string[],
    at: Date,
  ): Promise<void> {
    if (documentIds.length === 0 || !publicTypes(strapi).has(subjectType)) return;
    const standings = await documentSnapshots(strapi, subjectType, documentIds);
    const shown = [...standings].filter(([, { rowIds }]) => rowIds.length > 0);
    await appendChanges(
      strapi,
      trx,
      shown.map(([subjectId]) => ({ subjectType, subjectId, kind: 'updated', at })),
    );
  },
  /**
   * Runs work that writes to rows of a document past the document service, and appends what the public sees of it:
   * for the document, for every other one that shows it before or after, and for `others`. In the caller's
   * transaction, which holds the content lock.
   */
  async recordRewrite<T>(
    trx: Knex.Transaction,
    { subjectType, subjectId }: Subject,
    others: readonly Subject[],
    work: () => Promise<T>,
  ): Promise<T> {
    const types = publicTypes(strapi);
    if (!types.has(subjectType)) return work();
    const before = await takeSnapshot(strapi, trx, subjectType, [subjectId]);
    const result = await loggedWrite.run(true, work);
    const after = await takeSnapshot(strapi, trx, subjectType, [subjectId]);
    const shown = after.documents.get(subjectId)?.rowIds.length ? others : [];
    const isPublicType = (other: Subject) => types.has(other.subjectType);
    await recordDifference(strapi, trx, subjectType, before, after, () => true, shown.filter(isPublicType));
    return result;
  },
});
