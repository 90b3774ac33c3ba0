import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isNotModified, lastModified } from '../http/conditional';
import { attachment, openDataUrl } from '../http/site-url';
import { parseLocale } from '../catalogue/request';
import { send } from '../feeds/feed-response';
import { withProblemResponse } from '../http/problem-responses';
import { datasetRevision } from '../datasets/revision';
import { openDataConfig } from '../datasets/settings';
import { exportConcurrencyLimit } from '../export/concurrency-limit';
import { releasingAtEnd, streamBody } from '../export/stream';
import { fileThreads } from '../export/worker/file-threads';
import { startArchive } from '../export/worker/start-archive';
import { archiveJobs } from './archive-jobs';
import { sendRelease } from './send-release';
import { findReleases, releaseView } from './store';
import { archiveValidators, ZIP } from './validators';

/** `all.zip`, the list of releases and the releases; all by GET and HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { datasets, languages, openData } = openDataConfig(strapi);
  const slots = exportConcurrencyLimit(strapi);
  const jobOf = archiveJobs(strapi);

  /**
   * These operations have no parameters.
   * @throws ProblemError 400 that names one
   */
  const assertNoParameters = (ctx: Context) => parseLocale(ctx.query, undefined, languages);

  const linksOf = (base: string, self: string): string =>
    [
      `<${openData.licence.url}>; rel="license"`,
      `<${base}>; rel="collection"`,
      `<${base}/${self}>; rel="self"`,
      `<${base}/releases.json>; rel="version-history"`,
    ].join(', ');

  function setHeaders(ctx: Context, base: string, validators: ReturnType<typeof archiveValidators>) {
    ctx.set({
      ETag: validators.etag,
      'Last-Modified': lastModified(validators),
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Content-Language': languages.join(', '),
      Link: `${linksOf(base, 'all.zip')}, <${base}/datapackage.json>; rel="describedby"`,
    });
  }

  async function sendArchive(ctx: Context, base: string, free: () => void): Promise<void> {
    const running = await startArchive(fileThreads(strapi), await jobOf(base));
    try {
      const { revision, version, rows } = running.first;
      // The revision of the snapshot itself, which may be newer than the first lookup.
      setHeaders(ctx, base, archiveValidators(strapi, revision, base));
      ctx.set({
        'Content-Disposition': attachment(`${openData.name}-${version}.zip`),
        'X-Total-Rows': String(Object.values(rows).reduce((total, count) => total + count, 0)),
        'X-Last-Sequence': String(revision.sequence),
        'X-Release-Version': version,
      });
      if (ctx.method === 'HEAD') {
        ctx.status = 200;
        // A stream, not an empty text: that would send `Content-Length: 0`.
        ctx.body = Readable.from([]);
        ctx.set('Content-Type', ZIP);
        return;
      }
      ctx.set('Content-Type', ZIP);
      await streamBody(strapi, ctx, releasingAtEnd(running.parts, free));
    } finally {
      await running.close();
    }
  }

  return {
    archive: withProblemResponse(strapi, async (ctx) => {
      assertNoParameters(ctx);
      const base = openDataUrl(strapi, ctx);
      const validators = archiveValidators(strapi, await datasetRevision(strapi, datasets), base);
      if (isNotModified(ctx.headers, validators)) {
        setHeaders(ctx, base, validators);
        ctx.status = 304;
        return;
      }
      const free = slots.take(ctx.ip);
      try {
        await sendArchive(ctx, base, free);
      } finally {
        free();
      }
    }),

    list: withProblemResponse(strapi, async (ctx) => {
      assertNoParameters(ctx);
      const base = openDataUrl(strapi, ctx);
      const releases = (await findReleases(strapi)).reverse().map((release) => releaseView(base, release));
      const modified = new Date(releases[0]?.created ?? 0);
      await send(strapi, ctx, {
        mediaType: 'application/json; charset=utf-8',
        revision: { sequence: releases.length, modified, day: null },
        parts: [base, releases[0]?.version ?? null],
        headers: { Link: linksOf(base, 'releases.json') },
        body: async () => ({
          text: `${JSON.stringify({ self: `${base}/releases.json`, license: openData.licence, releases }, null, 1)}\n`,
        }),
      });
    }),

    release: withProblemResponse(strapi, async (ctx) => {
      assertNoParameters(ctx);
      const base = openDataUrl(strapi, ctx);
      const file = String(ctx.params.file);
      await sendRelease(strapi, ctx, {
        base,
        version: file.endsWith('.zip') ? file.slice(0, -'.zip'.length) : null,
        name: openData.name,
        links: linksOf(base, `releases/${encodeURIComponent(file)}`),
      });
    }),
  };
};
