import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { attachment, openDataUrl } from './addresses';
import { catalogueIndex, fileUrl } from './catalogue-index';
import type { DatasetDeclaration } from './dataset';
import { exportJobs } from './export-jobs';
import { formats } from './formats';
import type { Format } from './formats/format';
import { ProblemError } from './problem';
import { respondWithProblem } from './problem-responses';
import { findReleases } from './releases/store';
import { parseExportQuery, type ExportQuery } from './query';
import { openDataConfig } from './settings';
import { exportSlots } from './slots';
import { streamBody } from './stream';
import { startExport } from './worker/start-export';

const REVALIDATE = 'public, max-age=0, must-revalidate';

/** `GET /open-data` and `GET /open-data/{dataset}.{format}`; both also by HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = openDataConfig(strapi);
  const slots = exportSlots(strapi);
  const jobOf = exportJobs(strapi);

  /** @throws ProblemError 404 that lists what there is */
  function resolveFile(file: string, base: string): { dataset: DatasetDeclaration; format: Format } {
    const dot = file.lastIndexOf('.');
    const [name, extension] = dot < 0 ? [file, ''] : [file.slice(0, dot), file.slice(dot + 1)];
    const dataset = config.datasets.find((candidate) => candidate.name === name);
    if (!dataset) {
      throw new ProblemError('unknown-dataset', {
        received: name,
        members: {
          datasets: config.datasets.map((candidate) => candidate.name),
          formats: formats.map((candidate) => candidate.extension),
          index: base,
        },
      });
    }
    const format = formats.find((candidate) => candidate.extension === extension);
    if (!format) {
      throw new ProblemError('unknown-format', {
        received: extension,
        members: { formats: formats.map((candidate) => candidate.extension), index: base },
      });
    }
    return { dataset, format };
  }

  function setHeaders(
    ctx: Context,
    base: string,
    dataset: DatasetDeclaration,
    format: Format,
    query: ExportQuery,
  ) {
    const language = query.locale ? `-${query.locale}` : '';
    const others = formats.filter((other) => other !== format);
    const { search } = ctx;
    ctx.set({
      'Content-Type': format.mediaType,
      'Content-Disposition': attachment(`${dataset.name}${language}.${format.extension}`),
      'Cache-Control': REVALIDATE,
      'Content-Language': query.locale ?? config.languages.join(', '),
      Link: [
        `<${config.openData.licence.url}>; rel="license"`,
        `<${base}>; rel="collection"`,
        `<${fileUrl(base, dataset, format)}${search}>; rel="self"`,
        ...others.map(
          (other) =>
            `<${fileUrl(base, dataset, other)}>; rel="alternate"; type="${other.mediaType.split(';')[0]}"`,
        ),
      ].join(', '),
    });
  }

  async function sendFile(ctx: Context): Promise<void> {
    const base = openDataUrl(strapi, ctx);
    const { dataset, format } = resolveFile(String(ctx.params.file), base);
    const query = parseExportQuery(ctx.query, dataset, config.languages, format);
    const free = slots.take();
    try {
      const running = await startExport(await jobOf(dataset, query, format));
      try {
        setHeaders(ctx, base, dataset, format, query);
        ctx.set('X-Total-Rows', String(running.total));
        if (ctx.method === 'HEAD') {
          ctx.status = 200;
          // A stream, not an empty text: that would announce a length of nought.
          ctx.body = Readable.from([]);
          ctx.set('Content-Type', format.mediaType);
          return;
        }
        await streamBody(strapi, ctx, running.parts);
      } finally {
        await running.close();
      }
    } finally {
      free();
    }
  }

  return {
    async index(ctx: Context): Promise<void> {
      ctx.set('Cache-Control', REVALIDATE);
      const releases = (await findReleases(strapi)).reverse();
      ctx.body = catalogueIndex(config, formats, openDataUrl(strapi, ctx), releases);
    },

    async file(ctx: Context): Promise<void> {
      try {
        await sendFile(ctx);
      } catch (error) {
        // Strapi's own error handler stands nearer than ours and knows no problem documents.
        if (!(error instanceof ProblemError)) strapi.log.error(error);
        respondWithProblem(ctx, error instanceof ProblemError ? error : new ProblemError('internal-error'));
      }
    },
  };
};
