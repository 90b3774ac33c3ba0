import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { entityTag, isNotModified, lastModified } from '../http/conditional';
import { openDataUrl } from '../http/site-url';
import { parseLocale } from '../catalogue/request';
import { catalogueIndex } from '../catalogue/index-document';
import { CODINGS, packed, type Coding } from './compress';
import { send } from '../feeds/feed-response';
import { withProblemResponse } from '../http/problem-responses';
import { fileHeaders } from './file-headers';
import { formats } from './formats';
import { exportJobs } from './export-jobs';
import { knownTotals } from './row-count-cache';
import { parseExportQuery } from './query';
import { applicationVersion } from '../http/application-version';
import { requestedFile } from './requested-file';
import { datasetRevision, revisionOfChange, type Revision } from '../datasets/revision';
import { refuseTooManyRows } from './row-limit';
import { findReleases } from '../releases/store';
import { openDataConfig } from '../datasets/settings';
import { exportConcurrencyLimit, OWN_READING } from './concurrency-limit';
import { releasingAtEnd, streamBody } from './stream';
import { fileThreads } from './worker/file-threads';
import { startExport } from './worker/start-export';

/** `GET /open-data` and `GET /open-data/{dataset}.{format}`; both also by HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = openDataConfig(strapi);
  const { datasets, languages, openData } = config;
  const slots = exportConcurrencyLimit(strapi);
  const jobOf = exportJobs(strapi);
  const totals = knownTotals(strapi);

  const codingOf = (ctx: Context, isPacked: boolean): Coding =>
    isPacked ? 'identity' : (ctx.acceptsEncodings(...CODINGS) as Coding | false) || 'identity';

  async function sendFile(ctx: Context): Promise<void> {
    const base = openDataUrl(strapi, ctx);
    const requested = requestedFile(ctx, String(ctx.params.file), { datasets, formats, base });
    const { dataset, format, isNegotiated } = requested;
    const query = parseExportQuery(ctx.query, dataset, languages, format);
    const coding = codingOf(ctx, format.isPacked === true);
    ctx.vary('Accept-Encoding');
    if (isNegotiated) ctx.vary('Accept');
    ctx.set(
      fileHeaders(requested, query, {
        base,
        search: ctx.search,
        formats,
        languages,
        licenceUrl: openData.licence.url,
      }),
    );

    const tagParts = [
      applicationVersion(strapi),
      base,
      dataset.name,
      format.extension,
      coding,
      describe(query),
    ];
    const validatorsOf = ({ sequence, day, modified }: Revision) => ({
      etag: entityTag([...tagParts, sequence, day]),
      modified,
    });
    const setValidators = (validators: ReturnType<typeof validatorsOf>) =>
      ctx.set({ ETag: validators.etag, 'Last-Modified': lastModified(validators) });

    const known = validatorsOf(await datasetRevision(strapi, datasets, dataset));
    if (isNotModified(ctx.headers, known)) {
      setValidators(known);
      ctx.status = 304;
      return;
    }
    const isOwn = ctx.state[OWN_READING] === true;
    const free = isOwn ? await slots.takeOwn() : slots.take(ctx.ip);
    try {
      const job = await jobOf(dataset, query, format, base);
      const headOnly = ctx.method === 'HEAD';
      const counted = { ...job, known: totals.take(job) };
      const running = await startExport(fileThreads(strapi), counted, { headOnly });
      let isIntact = false;
      try {
        const { total, sequence, modified } = running.first;
        refuseTooManyRows(total, format);
        // The revision of the snapshot itself: a write may have happened since the first lookup.
        const change = { sequence, modified: new Date(modified) };
        setValidators(validatorsOf(revisionOfChange(strapi, dataset, change, job.today)));
        ctx.set({ 'Content-Type': format.mediaType, 'X-Total-Rows': String(total) });
        if (coding !== 'identity') ctx.set('Content-Encoding', coding);
        if (headOnly) {
          await running.parts.next();
          ctx.status = 200;
          // A stream, not an empty text: that would send `Content-Length: 0`.
          ctx.body = Readable.from([]);
          ctx.set('Content-Type', format.mediaType);
          return;
        }
        const parts = packed(running.parts, coding);
        // The next own reading waits for the thread as well: starting another takes longer than a small file.
        isIntact = await streamBody(strapi, ctx, isOwn ? parts : releasingAtEnd(parts, free));
      } finally {
        if (isIntact || running.isComplete()) totals.put(job, running.first);
        await running.close();
      }
    } finally {
      free();
    }
  }

  return {
    index: withProblemResponse(strapi, async (ctx) => {
      // It has no parameters.
      parseLocale(ctx.query, undefined, languages);
      const base = openDataUrl(strapi, ctx);
      const releases = (await findReleases(strapi)).reverse();
      await send(strapi, ctx, {
        mediaType: 'application/json; charset=utf-8',
        revision: await datasetRevision(strapi, datasets),
        parts: [base, releases.map(({ version }) => version)],
        headers: {},
        body: async () => ({ text: JSON.stringify(catalogueIndex(config, formats, base, releases)) }),
      });
    }),
    file: withProblemResponse(strapi, sendFile),
  };
};

/** The parts of a query that determine the bytes, normalised. */
const describe = ({ locale, columns, filters, parameters }: ReturnType<typeof parseExportQuery>) => [
  locale,
  columns.map(({ name }) => name),
  filters.map(({ column, operator, values }) => [column.name, operator, values]),
  Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1)),
];
