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
  /** See `ensureBaselines`; runs at every start. */
  begin: () => ensureBaselines(strapi),
  /** See `checkChangeLog`. */
  check: () => checkChangeLog(strapi),
  /**
   * Appends updates for those of these documents that are public and whose rows were written below the document
   * service. In the caller's transaction, which holds the content lock.
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
   * Runs work that writes a document's rows below the document service, and appends its public changes: of the
   * document, of every other one that includes it before or after, and of `others`. In the caller's transaction,
   * which holds the content lock.
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
