import { outputColumns } from '../datasets/output-columns';
import type { OpenDataConfig } from '../datasets/config';
import type { DatasetDeclaration } from '../datasets/declaration';
import { ABOUT_DATASET, hasDocuments } from '../datasets/row-kinds';
import { isFilterable, MAX_VALUES, OPERATORS_OF } from '../export/query';

/** Attributes whose value differs between a draft and its published version. */
const OF_THE_ROW: readonly string[] = ['createdAt', 'updatedAt', 'publishedAt'];

/** The columns that correspond to a filter on an attribute. */
const selectionColumns = (dataset: DatasetDeclaration, languages: readonly string[]) =>
  outputColumns(dataset, languages)
    .filter(
      (column) => isFilterable(column) && !OF_THE_ROW.includes(column.declaration.source) && isWhole(column),
    )
    .map(({ name, locale, declaration }) => ({
      name,
      locale,
      attribute: declaration.source,
      operators: OPERATORS_OF[declaration.type],
      isOverdue: declaration.hasPassed !== undefined,
    }));

/** Whether a column is an attribute itself and not some of its items or parts. */
const isWhole = ({ declaration }: ReturnType<typeof outputColumns>[number]): boolean =>
  declaration.hasPassed !== undefined ||
  (!declaration.source.includes('.') && !declaration.where && declaration.source !== ABOUT_DATASET);

/**
 * Exportable lists, by content type: the dataset, its key column, the maximum number of documents per file, and the
 * filterable columns. Pure.
 */
export const selectionViews = ({ datasets, languages }: OpenDataConfig) =>
  datasets.filter(hasDocuments).map((dataset) => ({
    contentType: dataset.contentType,
    dataset: dataset.name,
    labels: dataset.labels,
    key: dataset.key,
    maxDocuments: MAX_VALUES,
    columns: selectionColumns(dataset, languages),
  }));
