import { outputColumns, type OutputColumn } from '../columns';
import type { DatasetDeclaration } from '../dataset';
import { isRequired, isUnique } from '../dataset-constraints';
import { formatsFor } from '../formats/format';
import { csvUrl, datasetUri, factsOf, type Catalogue } from './catalogue';
import { catalogueDescription, catalogueTitle, columnLabels, publisherName, word } from './texts';

/** Keeps a text from being read as Markdown or from ending the table cell it stands in. */
const plain = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** A text that stands exactly as it is. One with a backtick is set between two. */
function code(text: string): string {
  const inCell = text.replaceAll('|', '\\|');
  return inCell.includes('`') ? `\`\` ${inCell} \`\`` : `\`${inCell}\``;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(headings),
  row(headings.map(() => '---')),
  ...rows.map(row),
];

/** What can be said of a column's values beside its description. */
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
    ...(declaration.filterable === false ? [word(language, 'dictionary.notFilterable')] : []),
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

function section(catalogue: Catalogue, dataset: DatasetDeclaration, language: string): string[] {
  const { config, formats } = catalogue;
  const { rows, modified } = factsOf(catalogue, dataset);
  const files = formatsFor(formats, dataset).map(
    ({ extension }) => `[${extension}](${datasetUri(catalogue, dataset)}.${extension})`,
  );
  return [
    '',
    `## ${plain(dataset.labels[language] ?? '')} (${code(dataset.name)})`,
    '',
    plain(dataset.description[language] ?? ''),
    '',
    `- ${word(language, 'dictionary.rows', { rows: String(rows) })}`,
    ...(modified ? [`- ${word(language, 'dictionary.modified', { modified })}`] : []),
    `- ${word(language, 'dictionary.files', { files: files.join(', ') })}`,
    `- ${word(language, 'dictionary.csvw', { address: `<${csvUrl(catalogue, dataset)}-metadata.json>` })}`,
    '',
    ...table(
      ['dictionary.column', 'dictionary.label', 'dictionary.type', 'dictionary.description'].map((key) =>
        word(language, key),
      ),
      outputColumns(dataset, config.languages).map((column) =>
        columnRow(catalogue, dataset, column, language),
      ),
    ),
    ...vocabularies(dataset, language),
  ];
}

/** The data dictionary as a page in Markdown: every dataset, every column, every code, in one language. */
export function dataDictionary(catalogue: Catalogue, language: string): string {
  const { config, base } = catalogue;
  const { licence } = config.openData;
  return [
    `# ${word(language, 'dictionary.title', { title: plain(catalogueTitle(catalogue)[language] ?? '') })}`,
    '',
    plain(catalogueDescription(catalogue)[language] ?? ''),
    '',
    `- ${word(language, 'dictionary.publisher', { publisher: plain(publisherName(catalogue)[language] ?? '') })}`,
    `- ${word(language, 'dictionary.licence', { licence: `[${plain(licence.name)}](${licence.url})` })}`,
    `- ${word(language, 'dictionary.index', { address: `<${base}>` })}`,
    '',
    word(language, 'dictionary.rules'),
    ...config.datasets.flatMap((dataset) => section(catalogue, dataset, language)),
    '',
  ].join('\n');
}
