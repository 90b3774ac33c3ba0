import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { attachment, openDataUrl } from '../http/site-url';
import type { LocalizedText } from '../datasets/declaration';
import { typesRevision } from '../datasets/revision';
import { openDataConfig } from '../datasets/settings';
import { send } from './feed-response';
import { withProblemResponse } from '../http/problem-responses';
import { atomFeed } from './atom';
import { calendarFile } from './calendar';
import { feedDatasets, readChanges } from './changes';
import { readDeadlines } from './deadlines';
import { readDeletions } from './deletions';
import { nameUuid } from './name-uuid';
import { readLatestChanges } from './latest-changes';
import { parseAtomQuery, parseChangesQuery, parseLatestQuery, parseLocaleQuery } from './query';
import { feedsConfig } from './settings';
import { siteIdentity } from './site-identity';
import { readStatusEntries, type FeedReader } from './status-changes';
import { feedWord } from './words';

const NDJSON = 'application/x-ndjson; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';
const CALENDAR = 'text/calendar; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The parameter of a feed about one document. */
const about = (subject: string | null): string => (subject === null ? '' : `&subject=${subject}`);

/** Changes, changes of status (as a feed and as data) and deadlines; all by GET and HEAD, with validators that need no body. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { datasets, languages, openData } = openDataConfig(strapi);
  const { publisher: byDefault, documents, deadlines, home } = feedsConfig(strapi);
  const publisher: LocalizedText = openData.publisher?.name ?? byDefault;
  const byType = feedDatasets(datasets);
  const license = `<${openData.licence.url}>; rel="license"`;

  /** The requested page of a feed, and its language. */
  function placeOf(
    ctx: Context,
    locale: string,
    subject: string | null,
  ): Omit<FeedReader, 'identity'> & { base: string } {
    const base = openDataUrl(strapi, ctx);
    const api = base.replace(/\/open-data$/, '');
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const site = api.endsWith(prefix) ? api.slice(0, -prefix.length) : api;
    return { locale, subject, base, api, site };
  }
  const headersOf = (base: string, self: string, locale?: string) => ({
    Link: [license, `<${base}>; rel="collection"`, `<${self}>; rel="self"`].join(', '),
    ...(locale && { 'Content-Language': locale }),
  });

  return {
    changes: withProblemResponse(strapi, async (ctx) => {
      const query = parseChangesQuery(ctx.query);
      const base = openDataUrl(strapi, ctx);
      const addressOf = (since: number) => `${base}/changes.ndjson?since=${since}&limit=${query.limit}`;
      const headers = headersOf(base, addressOf(query.since));
      const revision = { ...(await typesRevision(strapi, [...byType.keys()])), day: null };
      await send(strapi, ctx, {
        mediaType: NDJSON,
        revision,
        parts: [base, query.since, query.limit],
        headers,
        async body() {
          const { lines, last, hasMore } = await readChanges(strapi, byType, query, base);
          const next = hasMore ? `, <${addressOf(last)}>; rel="next"` : '';
          return {
            text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
            headers: { Link: `${headers.Link}${next}`, 'X-Last-Sequence': String(last) },
          };
        },
      });
    }),

    statusChanges: withProblemResponse(strapi, async (ctx) => {
      const { locale, before, subject = null } = parseAtomQuery(ctx.query, languages);
      const types = documents.map(({ contentType }) => contentType);
      const revision = { ...(await typesRevision(strapi, types)), day: null };
      const place = placeOf(ctx, locale, subject);
      const { base } = place;
      const first = `${base}/changes.atom?locale=${locale}${about(subject)}`;
      const addressOf = (from?: number) => (from === undefined ? first : `${first}&before=${from}`);
      await send(strapi, ctx, {
        mediaType: ATOM,
        revision,
        parts: [base, locale, before ?? null, subject],
        headers: headersOf(base, addressOf(before), locale),
        async body() {
          const identity = await siteIdentity(strapi);
          const reader = { ...place, identity };
          const { entries, next } = await readStatusEntries(strapi, reader, before);
          const name = { publisher: publisher[locale] ?? '' };
          const text = atomFeed({
            id: `urn:uuid:${nameUuid(identity, ['status-changes', locale, ...(subject === null ? [] : [subject])].join('/'))}`,
            language: locale,
            title: feedWord(locale, 'status-changes', name),
            subtitle: feedWord(locale, 'status-changes-hint'),
            author: publisher[locale] ?? '',
            rights: openData.licence.name,
            updated: revision.modified.toISOString(),
            links: [
              { rel: 'self', href: addressOf(before), type: 'application/atom+xml' },
              home
                ? { rel: 'alternate', href: `${place.site}${home[locale] ?? ''}`, type: 'text/html' }
                : { rel: 'alternate', href: base, type: 'application/json' },
              { rel: 'license', href: openData.licence.url },
              // RFC 5005, 3: older entries are on further pages.
              { rel: 'first', href: first, type: 'application/atom+xml' },
              ...(next === null
                ? []
                : [{ rel: 'next', href: addressOf(next), type: 'application/atom+xml' }]),
            ],
            entries,
            deletions: before === undefined ? await readDeletions(strapi, reader) : [],
          });
          return { text };
        },
      });
    }),

    latestChanges: withProblemResponse(strapi, async (ctx) => {
      const { limit, subject = null } = parseLatestQuery(ctx.query);
      const types = documents.map(({ contentType }) => contentType);
      const base = openDataUrl(strapi, ctx);
      await send(strapi, ctx, {
        mediaType: JSON_TYPE,
        revision: { ...(await typesRevision(strapi, types)), day: null },
        parts: [base, limit, subject],
        headers: headersOf(base, `${base}/status-changes.json?limit=${limit}${about(subject)}`),
        body: async () => ({
          text: `${JSON.stringify({ data: await readLatestChanges(strapi, limit, subject) })}\n`,
        }),
      });
    }),

    deadlines: withProblemResponse(strapi, async (ctx) => {
      const { locale, subject = null } = parseLocaleQuery(ctx.query, languages);
      const types = deadlines.map(({ contentType }) => contentType);
      const revision = { ...(await typesRevision(strapi, types)), day: null };
      const place = placeOf(ctx, locale, subject);
      const self = `${place.base}/deadlines.ics?locale=${locale}${about(subject)}`;
      await send(strapi, ctx, {
        mediaType: CALENDAR,
        revision,
        parts: [place.base, locale, subject],
        headers: {
          ...headersOf(place.base, self, locale),
          'Content-Disposition': attachment(`deadlines-${locale}.ics`),
        },
        async body() {
          const name = feedWord(locale, 'deadlines', { publisher: publisher[locale] ?? '' });
          const description = feedWord(locale, 'deadlines-hint');
          const events = await readDeadlines(strapi, { ...place, identity: await siteIdentity(strapi) });
          return { text: calendarFile({ name, description, language: locale, url: self, events }) };
        },
      });
    }),
  };
};
