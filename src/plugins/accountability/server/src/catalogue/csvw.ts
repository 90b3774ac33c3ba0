import { outputColumns, type OutputColumn } from '../datasets/output-columns';
import type { DatasetDeclaration, LocalizedText } from '../datasets/declaration';
import { isRequired } from '../datasets/checks/constraints';
import { csvUrl, statisticsOf, homepageOf, recordUrl, type Catalogue } from './catalogue';
import { columnLabels, inOrder, keywordsOf, publisherName } from './texts';

const CONTEXT = 'http://www.w3.org/ns/csvw';

/** The CSV files as `formats/csv.ts` writes them. */
const DIALECT = {
  encoding: 'utf-8',
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  lineTerminators: ['\r\n'],
  skipBlankRows: false,
  trim: false,
};

const tagged = (text: LocalizedText, languages: readonly string[]) =>
  inOrder(text, languages).map(([language, value]) => ({ '@value': value, '@language': language }));

/** A regular expression that matches exactly this text; only special characters are escaped. */
const asPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Formats that are the default of their type are left out: a parser that knows no other makes nothing of stated ones. */
function datatypeOf({ declaration }: OutputColumn): object {
  switch (declaration.type) {
    case 'integer':
      return { base: 'integer' };
    case 'number':
      return { base: 'number' };
    case 'boolean':
      return { base: 'boolean' };
    case 'date':
      return { base: 'date' };
    case 'datetime':
      return { base: 'dateTime' };
    case 'enum':
      return {
        base: 'string',
        format: (declaration.values ?? []).map(({ value }) => asPattern(value)).join('|'),
      };
    default:
      return { base: declaration.format === 'uri' ? 'anyURI' : 'string' };
  }
}

/** The dataset a column references. */
const referenced = (column: OutputColumn, { config }: Catalogue): DatasetDeclaration | undefined =>
  config.datasets.find(({ name }) => name === column.declaration.references?.dataset);

function describeColumn(catalogue: Catalogue, dataset: DatasetDeclaration, column: OutputColumn) {
  const { declaration, locale, name } = column;
  const { languages } = catalogue.config;
  const target = referenced(column, catalogue);
  return {
    name,
    titles: { und: name, ...columnLabels(column, languages) },
    'dc:description': tagged(declaration.description, languages),
    datatype: datatypeOf(column),
    // A list may contain a name in another language where its own is missing.
    ...(locale && !declaration.separator && { lang: locale }),
    ...(isRequired(dataset, declaration) && { required: true }),
    ...(declaration.separator && { separator: declaration.separator }),
    ...(declaration.propertyUrl && { propertyUrl: declaration.propertyUrl }),
    // A URI template over a list would make one address of all its values.
    ...(target && !declaration.separator && { valueUrl: recordUrl(catalogue, target, name) }),
  };
}

/**
 * Foreign keys compare whole cells, so a list has none; the column's description says what it holds. A dataset may
 * reference itself.
 */
const foreignKeysOf = (catalogue: Catalogue, columns: readonly OutputColumn[]) =>
  columns.flatMap((column) => {
    const target = referenced(column, catalogue);
    if (!target || column.declaration.separator) return [];
    return [
      {
        columnReference: column.name,
        reference: {
          resource: csvUrl(catalogue, target),
          columnReference: column.declaration.references?.column,
        },
      },
    ];
  });

/** A dataset and all datasets its foreign keys reference: CSVW wants both ends of a key in one document. */
function withReferenced(catalogue: Catalogue, dataset: DatasetDeclaration): DatasetDeclaration[] {
  const found = [dataset];
  for (const one of found) {
    for (const column of outputColumns(one, catalogue.config.languages)) {
      const target = column.declaration.separator ? undefined : referenced(column, catalogue);
      if (target && !found.includes(target)) found.push(target);
    }
  }
  return found;
}

function describeTable(catalogue: Catalogue, dataset: DatasetDeclaration, isMain: boolean) {
  const { languages, openData } = catalogue.config;
  const columns = outputColumns(dataset, languages);
  const foreignKeys = foreignKeysOf(catalogue, columns);
  const { modified } = statisticsOf(catalogue, dataset);
  return {
    url: csvUrl(catalogue, dataset),
    'dc:title': tagged(dataset.labels, languages),
    'dc:description': tagged(dataset.description, languages),
    'dc:license': { '@id': openData.licence.url },
    'dc:publisher': tagged(publisherName(catalogue), languages),
    'dc:source': { '@id': homepageOf(catalogue) },
    ...(modified && { 'dc:modified': { '@value': modified, '@type': 'xsd:dateTime' } }),
    'dcat:keyword': keywordsOf(catalogue, dataset).flatMap((keyword) => tagged(keyword, languages)),
    dialect: DIALECT,
    // A table included only for its keys is suppressed in the conversion; its own metadata covers it.
    ...(!isMain && { suppressOutput: true }),
    tableSchema: {
      columns: columns.map((column) => describeColumn(catalogue, dataset, column)),
      primaryKey: dataset.key,
      ...(foreignKeys.length > 0 && { foreignKeys }),
      aboutUrl: recordUrl(catalogue, dataset, dataset.key),
      null: [''],
    },
  };
}

/**
 * CSV on the Web metadata of a dataset's CSV file, as a group of its table and the tables its keys reference. It
 * describes the complete file in every language, without parameters.
 */
export function csvwMetadata(catalogue: Catalogue, dataset: DatasetDeclaration) {
  return {
    '@context': CONTEXT,
    tables: withReferenced(catalogue, dataset).map((one) => describeTable(catalogue, one, one === dataset)),
  };
}
