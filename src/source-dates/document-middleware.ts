import type { Core, Modules } from '@strapi/strapi';
import { CONTENT_LOCK, inTransaction, takeLock } from 'strapi-plugin-accountability/server';
import { changedVersions } from '../content-rules/changed-versions';
import type { VersionStatus } from '../locale-sync/align';

import { sourceRecordedAt, type SourceRow } from './recorded-at';

interface WriteParams {
  documentId?: string;
  status?: VersionStatus;
  data?: Record<string, unknown>;
}

const COMMITMENT = 'api::commitment.commitment';
const WRITES = new Set(['create', 'update', 'publish']);

/**
 * Stores, beside the source's date of update, the time of change up to which it applies (`sourceRecordedAt`). No
 * other write sets that time. In the transaction of the write, after the content rules have synchronised the
 * locales.
 */
export function sourceDatesMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    if (context.uid !== COMMITMENT || !WRITES.has(context.action)) return next();
    const params = context.params as WriteParams;
    if (params.data) {
      const { sourceRecordedAt: _, ...data } = params.data;
      params.data = data;
    }
    if (!changedVersions(context.action, params).includes('published')) return next();

    return inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      const before = params.documentId ? await rowsOf(strapi, params.documentId) : [];
      const result = await next();
      const documentId = params.documentId ?? (result as { documentId?: string } | null)?.documentId;
      if (!documentId) return result;
      const at = sourceRecordedAt(before, await rowsOf(strapi, documentId));
      if (at !== undefined) {
        const { tableName } = strapi.db.metadata.get(COMMITMENT);
        await trx(tableName).where({ document_id: documentId }).update({ source_recorded_at: at });
      }
      return result;
    });
  };
}

const rowsOf = (strapi: Core.Strapi, documentId: string): Promise<SourceRow[]> =>
  strapi.db.query(COMMITMENT).findMany({
    select: ['publishedAt', 'updatedAt', 'sourceUpdatedOn', 'sourceRecordedAt'],
    where: { documentId },
  });
