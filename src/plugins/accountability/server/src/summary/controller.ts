import type { Core } from '@strapi/strapi';
import { openDataUrl } from '../http/site-url';
import { send } from '../feeds/feed-response';
import { withProblemResponse } from '../http/problem-responses';
import { parseLocaleQuery } from '../feeds/query';
import { readingsRevision } from '../datasets/revision';
import { openDataConfig } from '../datasets/settings';
import { tableAsDataset } from './config';
import { readSummary } from './read-summary';
import { summaryTables } from './settings';
import type { SummaryView } from './summarise';

const JSON_TYPE = 'application/json; charset=utf-8';

/** `GET /open-data/summary.json`; also by HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { languages, openData } = openDataConfig(strapi);
  const readings = summaryTables(strapi).map(tableAsDataset);
  /** Counting reads every document: the result for a revision is cached, one per language. */
  const counted = new Map<string, { readonly sequence: number; readonly tables: Promise<SummaryView[]> }>();

  function tablesOf(locale: string, sequence: number): Promise<SummaryView[]> {
    const known = counted.get(locale);
    if (known?.sequence === sequence) return known.tables;
    const tables = readSummary(strapi, locale);
    counted.set(locale, { sequence, tables });
    // A failure is not cached: the next request counts again.
    tables.catch(() => counted.delete(locale));
    return tables;
  }

  return {
    summary: withProblemResponse(strapi, async (ctx) => {
      const { locale } = parseLocaleQuery(ctx.query, languages);
      const base = openDataUrl(strapi, ctx);
      const revision = await readingsRevision(strapi, readings);
      const self = `${base}/summary.json?locale=${locale}`;
      const { licence } = openData;
      await send(strapi, ctx, {
        mediaType: JSON_TYPE,
        revision,
        parts: [base, locale],
        headers: {
          'Content-Language': locale,
          Link: [
            `<${licence.url}>; rel="license"`,
            `<${base}>; rel="collection"`,
            `<${self}>; rel="self"`,
          ].join(', '),
        },
        async body() {
          const tables = await tablesOf(locale, revision.sequence);
          const modified = revision.modified.toISOString();
          return {
            text: JSON.stringify({ self, license: licence, locale, modified, tables }),
          };
        },
      });
    }),
  };
};
