import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { lastPart } from '../http/paths';
import { openDataUrl } from '../http/site-url';
import type { DatasetDeclaration } from '../datasets/declaration';
import { formats } from '../export/formats';
import { ProblemError } from '../http/problem-details';
import { withProblemResponse } from '../http/problem-responses';
import { openDataConfig } from '../datasets/settings';
import { bareMediaType } from './authorities';
import { datasetUri, type Catalogue } from './catalogue';
import {
  CATALOGUE_DOCUMENTS,
  DATASET_DOCUMENTS,
  type DatasetDocument,
  type MetadataDocument,
} from './documents';
import { entityTag, hasAlready } from './entity-tag';
import { catalogueStatistics } from './catalogue-statistics';
import { parseLocale } from './request';

type Writers = typeof import('./document-writers');

/** What writes the documents, loaded with the first of them. */
const writers = (): Writers =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the application
  require('./document-writers') as Writers;

const isNameOf = <Name extends string>(
  documents: Readonly<Record<Name, unknown>>,
  name: string,
): name is Name => Object.hasOwn(documents, name);

/** The documents that describe open data; each by GET and HEAD. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = openDataConfig(strapi);
  const readFacts = catalogueStatistics(strapi);
  let describe: ReturnType<Writers['apiContext']> | undefined;
  const describeApi: typeof describe = (catalogue, language) =>
    (describe ??= writers().apiContext(strapi))(catalogue, language);
  const collections = new Map(
    config.openData.contentApi.map(({ contentType }) => [
      contentType,
      strapi.contentType(contentType as UID.ContentType).info.pluralName,
    ]),
  );

  async function catalogueOf(ctx: Context): Promise<Catalogue> {
    const base = openDataUrl(strapi, ctx);
    return {
      config,
      formats,
      facts: await readFacts(base),
      base,
      api: base.slice(0, base.lastIndexOf('/')),
      collectionOf: (contentType) => collections.get(contentType),
    };
  }

  /** Sends a document with its entity tag, or 304 to a client that has it. */
  function send(ctx: Context, document: Pick<MetadataDocument, 'mediaType'>, body: string, links: string[]) {
    const tag = entityTag(body);
    ctx.set({
      'Content-Type': document.mediaType,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ETag: tag,
      Link: links.join(', '),
    });
    if (hasAlready(ctx.get('If-None-Match'), tag)) {
      ctx.status = 304;
      return;
    }
    ctx.body = body;
    // Koa sets a default type for a string body.
    ctx.set('Content-Type', document.mediaType);
  }

  const commonLinks = ({ base }: Catalogue): string[] => [
    `<${config.openData.licence.url}>; rel="license"`,
    `<${base}>; rel="collection"`,
  ];

  return {
    catalogueDocument: withProblemResponse(strapi, async (ctx) => {
      const file = lastPart(ctx.path);
      if (!isNameOf(CATALOGUE_DOCUMENTS, file)) throw new ProblemError('not-found');
      const document: MetadataDocument = CATALOGUE_DOCUMENTS[file];
      const language = parseLocale(ctx.query, document.locale, config.languages);
      const catalogue = await catalogueOf(ctx);
      if (language) ctx.set('Content-Language', language);
      send(
        ctx,
        document,
        writers().CATALOGUE_WRITERS[file]({ catalogue, api: (one) => describeApi(catalogue, one) }, language),
        commonLinks(catalogue),
      );
    }),

    datasetDocument: withProblemResponse(strapi, async (ctx) => {
      const name = String(ctx.params.dataset);
      const file = lastPart(ctx.path);
      const ending = file.slice(name.length + 1);
      const dataset = config.datasets.find((candidate) => candidate.name === name);
      if (!dataset || !isNameOf(DATASET_DOCUMENTS, ending)) {
        throw new ProblemError('unknown-dataset', {
          received: name,
          members: { datasets: config.datasets.map((candidate) => candidate.name) },
        });
      }
      const document: DatasetDocument = DATASET_DOCUMENTS[ending];
      const language = parseLocale(ctx.query, document.locale, config.languages);
      const catalogue = await catalogueOf(ctx);
      if (language) ctx.set('Content-Language', language);
      send(ctx, document, writers().DATASET_WRITERS[ending](catalogue, dataset, language), [
        ...commonLinks(catalogue),
        describedFile(catalogue, dataset, document),
      ]);
    }),
  };
};

/** Link to the file a document describes. */
function describedFile(
  catalogue: Catalogue,
  dataset: DatasetDeclaration,
  { describes }: DatasetDocument,
): string {
  const mediaType = formats.find(({ extension }) => extension === describes)?.mediaType ?? '';
  return `<${datasetUri(catalogue, dataset)}.${describes}>; rel="describes"; type="${bareMediaType(mediaType)}"`;
}
