import type { Core } from '@strapi/strapi';
import { send } from '../feeds/feed-response';
import { withProblemResponse } from '../http/problem-responses';
import { languageCodes } from '../languages/site-languages';
import { siteVersion } from '../http/site-version';
import { searchConfig } from './config';
import { readStateOrNone } from './index/state';
import { parseSearchQuery } from './request-query';
import { MAX_FOUND } from './find-entries';
import { searchDocuments } from './search-documents';

const JSON_TYPE = 'application/json; charset=utf-8';

/** `GET /search`; also by HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const kinds = (searchConfig(strapi)?.kinds ?? []).map(({ name }) => name);
  const languages = languageCodes(strapi);
  const readVersion = siteVersion(strapi);

  return {
    find: withProblemResponse(strapi, async (ctx) => {
      const request = parseSearchQuery(ctx.query, { kinds, languages });
      // Both before the answer: it may be newer than its tag, never older.
      const version = await readVersion();
      const state = await readStateOrNone(strapi.db.connection);
      await send(strapi, ctx, {
        mediaType: JSON_TYPE,
        revision: { sequence: version.lastChange, day: null, modified: state?.changedAt ?? new Date(0) },
        parts: [ctx.querystring, state && [state.position, state.turn, state.pass, state.isComplete]],
        headers: { 'Content-Language': request.locale },
        async body() {
          const {
            documents,
            total,
            kinds: counts,
            isApproximate,
            index,
          } = await searchDocuments(strapi, request);
          const { page, pageSize } = request;
          const reached = Math.min(total, MAX_FOUND);
          const pagination = { page, pageSize, pageCount: Math.ceil(reached / pageSize), total };
          const text = JSON.stringify({
            data: documents,
            meta: { pagination, kinds: counts, isApproximate, index },
          });
          return { text };
        },
      });
    }),
  };
};
