import { bareMediaType } from '../authorities';
import type { MetadataDocument } from '../documents';
import { responseRefs, type ApiContext, type ApiPart } from './part';
import { say } from './words';

/** A metadata document, as far as its description needs it. */
type DescribedDocument = Pick<MetadataDocument, 'mediaType' | 'locale'>;

const TAG = 'open-data-metadata';

function operation(
  context: ApiContext,
  id: string,
  key: string,
  document: DescribedDocument,
  dataset?: string,
) {
  const { language, catalogue } = context;
  const { datasets, languages } = catalogue.config;
  return {
    operationId: id,
    tags: [TAG],
    summary: say(language, `metadata.${key}`),
    parameters: [
      ...(dataset
        ? [
            {
              name: dataset,
              in: 'path',
              required: true,
              schema: { type: 'string', enum: datasets.map(({ name }) => name) },
              description: say(language, 'metadata.dataset'),
            },
          ]
        : []),
      ...(document.locale
        ? [
            {
              name: 'locale',
              in: 'query',
              schema: {
                type: 'string',
                enum: languages,
                ...(document.locale === 'one' && { default: languages[0] }),
              },
              description: say(language, `metadata.locale.${document.locale}`),
            },
          ]
        : []),
    ],
    responses: {
      200: {
        description: say(language, 'metadata.ok'),
        headers: { ETag: { description: say(language, 'metadata.etag'), schema: { type: 'string' } } },
        content: { [bareMediaType(document.mediaType)]: {} },
      },
      304: { description: say(language, 'metadata.notModified') },
      ...responseRefs(
        dataset ? { 400: 'problem', 404: 'problem', 500: 'problem' } : { 400: 'problem', 500: 'problem' },
      ),
    },
  };
}

/**
 * The metadata documents.
 * @param catalogueDocuments by file name
 * @param datasetDocuments by what follows the dataset's name
 */
export const metadataPart =
  (
    catalogueDocuments: Readonly<Record<string, DescribedDocument>>,
    datasetDocuments: Readonly<Record<string, DescribedDocument>>,
  ) =>
  (context: ApiContext): ApiPart => ({
    tags: [{ name: TAG, description: say(context.language, 'tag.metadata') }],
    paths: Object.fromEntries([
      ...Object.entries(catalogueDocuments).map(([file, document]) => [
        `/open-data/${file}`,
        { get: operation(context, file.replaceAll('.', '-'), file, document) },
      ]),
      ...Object.entries(datasetDocuments).map(([ending, document]) => [
        `/open-data/{dataset}.${ending}`,
        { get: operation(context, `dataset-${ending.replaceAll('.', '-')}`, ending, document, 'dataset') },
      ]),
    ]),
  });
