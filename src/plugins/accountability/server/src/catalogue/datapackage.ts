import { outputColumns, type OutputColumn } from '../datasets/output-columns';
import type { DatasetDeclaration, LocalizedText } from '../datasets/declaration';
import { isRequired, isUnique } from '../datasets/checks/constraints';
import { csvUrl, homepageOf, type Catalogue } from './catalogue';
import {
  catalogueDescription,
  catalogueTitle,
  columnLabels,
  inOrder,
  keywordsOf,
  publisherName,
  together,
  word,
} from './texts';

/** Location of a dataset's file, with its size and digest where they are known. */
export interface PackageFile {
  readonly path: string;
  readonly bytes?: number;
  /** Hexadecimal. */
  readonly sha256?: string;
}

/**
 * Separators between the languages of a heading and of a longer text: Table Schema has one text for all readers.
 */
const HEADING = ' / ';
const PARAGRAPH = '\n\n';

const PLAIN_TYPES = {
  text: 'string',
  enum: 'string',
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
} as const;

function typeOf({ declaration }: OutputColumn): object {
  if (declaration.type === 'boolean')
    return { type: 'boolean', trueValues: ['true'], falseValues: ['false'] };
  return {
    type: PLAIN_TYPES[declaration.type],
    ...(declaration.format && { format: declaration.format }),
  };
}

/**
 * Description of a column. For a list it names the separator: version 2 knows a type `list`, but the schema
 * published with it rejects that, so a list is a string here.
 */
const descriptions = ({ declaration }: OutputColumn, languages: readonly string[]): LocalizedText => {
  const { description, separator } = declaration;
  if (!separator) return description;
  return Object.fromEntries(
    inOrder(description, languages).map(([language, text]) => [
      language,
      `${text} ${word(language, 'dictionary.list', { separator: `"${separator}"` })}`,
    ]),
  );
};

function describeField(dataset: DatasetDeclaration, column: OutputColumn, languages: readonly string[]) {
  const { declaration, name } = column;
  const constraints = {
    ...(isRequired(dataset, declaration) && { required: true }),
    ...(isUnique(dataset, declaration) && { unique: true }),
    ...(declaration.values && { enum: declaration.values.map(({ value }) => value) }),
  };
  return {
    name,
    ...typeOf(column),
    title: together(columnLabels(column, languages), languages, HEADING),
    description: together(descriptions(column, languages), languages, PARAGRAPH),
    ...(declaration.values && {
      categories: declaration.values.map(({ value, labels }) => ({
        value,
        label: together(labels, languages, HEADING),
      })),
    }),
    ...(declaration.propertyUrl && { rdfType: declaration.propertyUrl }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** Foreign keys to other files. A list cannot be one: Table Schema compares whole cells. */
const foreignKeysOf = (dataset: DatasetDeclaration, columns: readonly OutputColumn[]) =>
  columns.flatMap(({ name, declaration: { references, separator } }) =>
    references && !separator
      ? [
          {
            fields: [name],
            reference: {
              // In Table Schema an empty name means this very file.
              ...(references.dataset !== dataset.name && { resource: references.dataset }),
              fields: [references.column],
            },
          },
        ]
      : [],
  );

function describeResource(catalogue: Catalogue, dataset: DatasetDeclaration, file: PackageFile) {
  const { languages } = catalogue.config;
  const columns = outputColumns(dataset, languages);
  const foreignKeys = foreignKeysOf(dataset, columns);
  return {
    name: dataset.name,
    type: 'table',
    path: file.path,
    title: together(dataset.labels, languages, HEADING),
    description: together(dataset.description, languages, PARAGRAPH),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file.bytes !== undefined && { bytes: file.bytes }),
    ...(file.sha256 && { hash: `sha256:${file.sha256}` }),
    dialect: { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n' },
    schema: {
      fields: columns.map((column) => describeField(dataset, column, languages)),
      missingValues: [''],
      primaryKey: [dataset.key],
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

/**
 * The Frictionless Data Package (version 2) of every dataset as CSV.
 * @param fileOf location of the files; by default their own addresses, without size and digest
 */
export function dataPackage(
  catalogue: Catalogue,
  fileOf: (dataset: DatasetDeclaration) => PackageFile = (dataset) => ({ path: csvUrl(catalogue, dataset) }),
) {
  const { languages, openData, datasets } = catalogue.config;
  const { licence, publisher, contact } = openData;
  const { facts } = catalogue;
  const keywords = [
    ...new Set(
      keywordsOf(catalogue).flatMap((keyword) => languages.map((language) => keyword[language] ?? '')),
    ),
  ];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: openData.name,
    id: `${catalogue.base}/datapackage.json`,
    title: together(catalogueTitle(catalogue), languages, HEADING),
    description: together(catalogueDescription(catalogue), languages, PARAGRAPH),
    homepage: homepageOf(catalogue),
    version: facts.revision,
    ...(facts.modified && { created: facts.modified }),
    licenses: [{ ...(licence.spdx && { name: licence.spdx }), path: licence.url, title: licence.name }],
    contributors: [
      {
        title: together(publisherName(catalogue), languages, HEADING),
        ...(publisher?.homepage && { path: publisher.homepage }),
        ...(contact?.email && { email: contact.email }),
        roles: ['publisher'],
      },
    ],
    ...(keywords.length > 0 && { keywords }),
    resources: datasets.map((dataset) => describeResource(catalogue, dataset, fileOf(dataset))),
  };
}
