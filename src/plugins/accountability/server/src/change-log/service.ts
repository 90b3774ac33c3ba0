import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ensureBaselines } from './baseline';
import { appendChanges } from './append';
import { examineChangeLog } from './examine';
import { publicTypes } from './public-types';
import { standingsOf } from './standing';

/** `strapi.plugin('accountability').service('changeLog')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `ensureBaselines`; every start does it. */
  begin: () => ensureBaselines(strapi),
  /** See `examineChangeLog`. */
  examine: () => examineChangeLog(strapi),
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
    const standings = await standingsOf(strapi, subjectType, documentIds);
    const shown = [...standings].filter(([, { rowIds }]) => rowIds.length > 0);
    await appendChanges(
      strapi,
      trx,
      shown.map(([subjectId]) => ({ subjectType, subjectId, kind: 'updated', at })),
    );
  },
});
