import type { Core, Modules, UID } from '@strapi/strapi';

import { CONTENT_LOCK, inTransaction, takeLock } from 'strapi-plugin-accountability/server';
import { alignLocales, type VersionStatus } from '../locale-sync/align';
import { changedVersions } from './changed-versions';
import { CONTENT_RULES } from './declarations';
import { prepareClone, prepareData, type WriteData } from './prepare';
import { refuseBrokenRules } from './refuse-broken-rules';
import type { WrittenEntry } from './rule';

interface WriteParams {
  documentId?: string;
  data?: WriteData;
  locale?: string | string[];
  status?: VersionStatus;
}

const WRITES = new Set(['create', 'update', 'publish', 'discardDraft', 'clone']);

const isGiven = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  const { connect, set } = value as { connect?: unknown; set?: unknown };
  return 'documentId' in value || 'id' in value || isGiven(connect) || isGiven(set);
};

/** The rows a document method returned: one row, or `entries` of methods that work on several. */
const writtenRows = (result: unknown): WrittenEntry[] => {
  const entries = (result as { entries?: WrittenEntry[] } | null)?.entries;
  return (entries ?? [result as WrittenEntry | null]).filter((row): row is WrittenEntry => Boolean(row?.id));
};

/**
 * Middleware of every declared content type, whoever writes: prepare the data, let Strapi write, synchronise the
 * locales, and roll everything back where a rule is violated. One transaction.
 */
export function contentRulesMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const declared = CONTENT_RULES[context.uid];
    if (!declared || !WRITES.has(context.action)) return next();
    const params = context.params as WriteParams;

    return inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      const { documentId } = params;
      const locale = params.locale ?? (await strapi.plugin('i18n').service('locales').getDefaultLocale());
      const before =
        context.action === 'update' && documentId
          ? await strapi.db.query(context.uid).findOne({ select: ['id'], where: { documentId, locale } })
          : null;
      const isNewRow = context.action === 'update' && !before;
      if (context.action === 'clone' && documentId) {
        params.data = await prepareClone(strapi, context.uid, params.data ?? {}, documentId);
      } else if (params.data) {
        params.data = await prepareData(strapi, context.uid, params.data, {
          documentId,
          slugFrom: declared.slugFrom,
        });
      }

      // A clone is another document and not public yet.
      const existing = context.action === 'clone' ? undefined : documentId;
      const publishedSlug = await slugInPublic(strapi, context.uid, existing);

      const result = await next();

      const rows = writtenRows(result);
      const takenFromOthers = isNewRow
        ? new Set(relationsNotIn(strapi, context.uid, params.data ?? {}))
        : undefined;
      for (const row of rows) {
        await alignLocales(strapi, trx, {
          uid: context.uid,
          documentId: row.documentId,
          locale: String(row.locale ?? locale),
          versions: changedVersions(context.action, params),
          takenFromOthers,
        });
      }
      await refuseBrokenRules(
        strapi,
        context.uid,
        declared,
        rows.map(({ id }) => id),
        publishedSlug,
      );
      return result;
    });
  };
}

function relationsNotIn(strapi: Core.Strapi, uid: string, data: WriteData): string[] {
  const attributes = strapi.contentType(uid as UID.ContentType).attributes;
  return Object.keys(attributes).filter(
    (name) => attributes[name]?.type === 'relation' && !isGiven(data[name]),
  );
}

/** The slug that may be in use: that of the published version before the write. */
async function slugInPublic(strapi: Core.Strapi, uid: string, documentId?: string): Promise<string | null> {
  if (!documentId || !('slug' in strapi.contentType(uid as UID.ContentType).attributes)) return null;
  const published = await strapi.db.query(uid as UID.ContentType).findOne({
    select: ['slug'],
    where: { documentId, publishedAt: { $notNull: true }, slug: { $notNull: true } },
  });
  return published?.slug ?? null;
}
