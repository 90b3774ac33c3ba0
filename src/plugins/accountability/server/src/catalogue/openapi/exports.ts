import { z } from 'zod';
import { outputColumns, type OutputColumn } from '../../datasets/output-columns';
import type { DatasetDeclaration } from '../../datasets/declaration';
import { formatsFor } from '../../export/formats/format';
import { bareMediaType } from '../authorities';
import { columnLabels } from '../texts';
import { filterParameters, namedColumns, valueSchema } from './filters';
import { jsonContent, responseRefs, schemaRef, type ApiContext, type ApiPart, type JsonSchema } from './part';
import { say } from './words';

const TAG = 'open-data';

/** JSON type of a cell of the column. */
function cellSchema(column: OutputColumn, { catalogue, language }: ApiContext): JsonSchema {
  const words = {
    title: columnLabels(column, catalogue.config.languages)[language],
    description: column.declaration.description[language],
  };
  if (column.declaration.separator) return { type: 'array', items: { type: 'string' }, ...words };
  const {
    enum: values,
    type,
    format,
  } = valueSchema(column) as { enum?: string[]; type: string; format?: string };
  return {
    type: [type, 'null'],
    ...(format && { format }),
    ...(values && { enum: [...values, null] }),
    ...words,
  };
}

export const rowSchemaName = (dataset: DatasetDeclaration): string => `${dataset.name}-row`;

const rowSchema = (dataset: DatasetDeclaration, context: ApiContext): JsonSchema => ({
  type: 'object',
  description: say(context.language, 'export.row', { dataset: dataset.labels[context.language] ?? '' }),
  properties: Object.fromEntries(
    outputColumns(dataset, context.catalogue.config.languages).map((column) => [
      column.name,
      cellSchema(column, context),
    ]),
  ),
});

/** The JSON document around its rows; `count` comes last. */
const envelopeSchema = (dataset: DatasetDeclaration, languages: readonly string[]): JsonSchema => ({
  type: 'object',
  required: ['dataset', 'locale', 'license', 'data', 'count'],
  properties: {
    dataset: { const: dataset.name },
    locale: { type: ['string', 'null'], enum: [...languages, null] },
    license: { type: 'object' },
    data: { type: 'array', items: schemaRef(rowSchemaName(dataset)) },
    count: { type: 'integer' },
  },
});

/** Parameters of single formats, each once, with the formats that accept it. */
function formatParameters({ catalogue, language }: ApiContext, dataset: DatasetDeclaration): object[] {
  const parametersByName = new Map<string, { extensions: string[]; schema: z.ZodType }>();
  for (const { extension, parameters } of formatsFor(catalogue.formats, dataset)) {
    for (const [name, schema] of Object.entries(parameters?.(z) ?? {})) {
      const parameter = parametersByName.get(name) ?? { extensions: [], schema };
      parameter.extensions.push(extension);
      parametersByName.set(name, parameter);
    }
  }
  return [...parametersByName].map(([name, { extensions, schema }]) => {
    const { $schema: _, ...described } = z.toJSONSchema(schema);
    return {
      name,
      in: 'query',
      description: say(language, 'export.formatParameter', { formats: extensions.join(', ') }),
      schema: described,
    };
  });
}

function exportOperation(dataset: DatasetDeclaration, context: ApiContext) {
  const { catalogue, language } = context;
  const { languages } = catalogue.config;
  const names = namedColumns(dataset, languages).map(({ name }) => name);
  const formats = formatsFor(catalogue.formats, dataset);
  const content = Object.fromEntries(
    formats.map(({ extension, mediaType }) => [
      bareMediaType(mediaType),
      // JSON Schema cannot describe the other formats.
      extension === 'json' ? { schema: envelopeSchema(dataset, languages) } : {},
    ]),
  );
  return {
    operationId: `export-${dataset.name}`,
    tags: [TAG],
    summary: say(language, 'export.summary', { dataset: dataset.labels[language] ?? '' }),
    description: `${dataset.description[language] ?? ''} ${say(language, 'export.description')}`,
    parameters: [
      {
        name: 'format',
        in: 'path',
        required: true,
        schema: { type: 'string', enum: formats.map(({ extension }) => extension) },
        description: say(language, 'export.format'),
      },
      {
        name: 'locale',
        in: 'query',
        schema: { type: 'string', enum: languages },
        description: say(language, 'export.locale'),
      },
      {
        name: 'fields',
        in: 'query',
        style: 'form',
        explode: false,
        schema: { type: 'array', items: { type: 'string', enum: names } },
        description: say(language, 'export.fields'),
      },
      ...formatParameters(context, dataset),
      ...filterParameters(context, dataset),
    ],
    responses: {
      200: {
        description: say(language, 'export.ok'),
        headers: {
          'X-Total-Rows': { description: say(language, 'export.rows'), schema: { type: 'integer' } },
        },
        content,
      },
      304: { description: say(language, 'answer.notModified') },
      ...responseRefs({
        400: 'problem',
        404: 'problem',
        429: 'problem-busy',
        500: 'problem',
        503: 'problem-busy',
      }),
    },
  };
}

/** The files of every dataset, with the parameters each accepts. */
export function exportsPart(context: ApiContext): ApiPart {
  const { datasets } = context.catalogue.config;
  return {
    tags: [{ name: TAG, description: say(context.language, 'tag.openData') }],
    paths: {
      '/open-data': {
        get: {
          operationId: 'open-data-index',
          tags: [TAG],
          summary: say(context.language, 'index.summary'),
          responses: {
            200: {
              description: say(context.language, 'index.ok'),
              content: jsonContent({ type: 'object' }),
            },
            304: { description: say(context.language, 'answer.notModified') },
            ...responseRefs({ 400: 'problem', 500: 'problem' }),
          },
        },
      },
      ...Object.fromEntries(
        datasets.map((dataset) => [
          `/open-data/${dataset.name}.{format}`,
          { get: exportOperation(dataset, context) },
        ]),
      ),
    },
    schemas: Object.fromEntries(
      datasets.map((dataset) => [rowSchemaName(dataset), rowSchema(dataset, context)]),
    ),
  };
}
