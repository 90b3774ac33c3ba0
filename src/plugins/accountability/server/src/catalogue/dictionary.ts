import { outputColumns, type OutputColumn } from '../datasets/output-columns';
import type { DatasetDeclaration } from '../datasets/declaration';
import { isRequired, isUnique } from '../datasets/checks/constraints';
import { formatsFor } from '../export/formats/format';
import { isFilterable } from '../export/query';
import { csvUrl, datasetUri, statisticsOf, type Catalogue } from './catalogue';
import { code, plain, table } from './markdown';
import { catalogueDescription, catalogueTitle, columnLabels, publisherName, word } from './texts';

/** Constraints of a column's values, beside its description. */
function notes(dataset: DatasetDeclaration, { declaration }: OutputColumn, language: string): string[] {
  const { references, separator } = declaration;
  return [
    ...(declaration.name === dataset.key ? [word(language, 'dictionary.key')] : []),
    ...(isRequired(dataset, declaration) ? [word(language, 'dictionary.required')] : []),
    ...(isUnique(dataset, declaration) ? [word(language, 'dictionary.unique')] : []),
    ...(separator ? [word(language, 'dictionary.list', { separator: code(separator) })] : []),
    ...(references
      ? [
          word(language, 'dictionary.references', {
            column: code(`${references.dataset}.${references.column}`),
          }),
        ]
      : []),
    ...(!isFilterable({ declaration }) ? [word(language, 'dictionary.notFilterable')] : []),
  ];
}

const columnRow = (
  catalogue: Catalogue,
  dataset: DatasetDeclaration,
  column: OutputColumn,
  language: string,
) => [
  code(column.name),
  plain(columnLabels(column, catalogue.config.languages)[language] ?? ''),
  word(language, `type.${column.declaration.type}`),
  [plain(column.declaration.description[language] ?? ''), ...notes(dataset, column, language)].join(' '),
];

function vocabularies(dataset: DatasetDeclaration, language: string): string[] {
  return dataset.columns.flatMap(({ name, values }) =>
    values
      ? [
          '',
          `### ${word(language, 'dictionary.values', { column: code(name) })}`,
          '',
          ...table(
            ['dictionary.value', 'dictionary.meaning'].map((key) => word(language, key)),
            values.map(({ value, labels }) => [code(value), plain(labels[language] ?? '')]),
          ),
        ]
      : [],
  );
}

/** Links to the live files of a dataset, as list items. */
function livePlaces(catalogue: Catalogue, dataset: DatasetDeclaration, language: string): string[] {
  const { modified } = statisticsOf(catalogue, dataset);
  const files = formatsFor(catalogue.formats, dataset).map(
    ({ extension }) => `[${extension}](${datasetUri(catalogue, dataset)}.${extension})`,
  );
  return [
    ...(modified ? [word(language, 'dictionary.modified', { modified })] : []),
    word(language, 'dictionary.files', { files: files.join(', ') }),
    word(language, 'dictionary.csvw', { address: `<${csvUrl(catalogue, dataset)}-metadata.json>` }),
  ];
}

/**
 * A section for each dataset with its columns and codes, as lines in Markdown.
 * @param placesOf list items that link to the dataset's files
 */
export const dictionarySections = (
  catalogue: Catalogue,
  language: string,
  placesOf = livePlaces,
): readonly string[] =>
  catalogue.config.datasets.flatMap((dataset) => [
    '',
    `## ${plain(dataset.labels[language] ?? '')} (${code(dataset.name)})`,
    '',
    plain(dataset.description[language] ?? ''),
    '',
    `- ${word(language, 'dictionary.rows', { rows: String(statisticsOf(catalogue, dataset).rows) })}`,
    ...placesOf(catalogue, dataset, language).map((place) => `- ${place}`),
    '',
    ...table(
      ['dictionary.column', 'dictionary.label', 'dictionary.type', 'dictionary.description'].map((key) =>
        word(language, key),
      ),
      outputColumns(dataset, catalogue.config.languages).map((column) =>
        columnRow(catalogue, dataset, column, language),
      ),
    ),
    ...vocabularies(dataset, language),
  ]);

/** Publisher, licence and address of all data, as list items in Markdown. */
export function provenance(catalogue: Catalogue, language: string): readonly string[] {
  const { licence } = catalogue.config.openData;
  const publisher = plain(publisherName(catalogue)[language] ?? '');
  return [
    `- ${word(language, 'dictionary.publisher', { publisher })}`,
    `- ${word(language, 'dictionary.licence', { licence: `[${plain(licence.name)}](${licence.url})` })}`,
    `- ${word(language, 'dictionary.index', { address: `<${catalogue.base}>` })}`,
  ];
}

/** The data dictionary as a page in Markdown: every dataset, every column, every code, in one language. */
export const dataDictionary = (catalogue: Catalogue, language: string): string =>
  [
    `# ${word(language, 'dictionary.title', { title: plain(catalogueTitle(catalogue)[language] ?? '') })}`,
    '',
    plain(catalogueDescription(catalogue)[language] ?? ''),
    '',
    ...provenance(catalogue, language),
    '',
    word(language, 'dictionary.rules'),
    ...dictionarySections(catalogue, language),
    '',
  ].join('\n');
