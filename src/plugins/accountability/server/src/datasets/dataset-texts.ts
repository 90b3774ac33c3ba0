import type { VisitText } from '../languages/declared-texts';
import type { ColumnDeclaration, DatasetDeclaration } from './declaration';

/** Path of a text in a declaration, as start-up messages name it. */
export const place = (dataset: string, column?: string): string =>
  column === undefined ? `dataset "${dataset}"` : `dataset "${dataset}", column "${column}"`;

/** The column with every text mapped by the visitor. */
export const columnWithTexts = (
  column: ColumnDeclaration,
  where: string,
  visit: VisitText,
): ColumnDeclaration => ({
  ...column,
  labels: visit(column.labels, `${where}: a label`),
  description: visit(column.description, `${where}: a description`),
  ...(column.values && {
    values: column.values.map(({ value, labels }) => ({
      value,
      labels: visit(labels, `${where}: a label of value "${value}"`),
    })),
  }),
});

/** The dataset with every text mapped by the visitor. */
export const datasetWithTexts = (dataset: DatasetDeclaration, visit: VisitText): DatasetDeclaration => ({
  ...dataset,
  labels: visit(dataset.labels, `${place(dataset.name)}: a label`),
  description: visit(dataset.description, `${place(dataset.name)}: a description`),
  ...(dataset.keywords && {
    keywords: dataset.keywords.map((keyword, index) =>
      visit(keyword, `${place(dataset.name)}: keyword ${index + 1}`),
    ),
  }),
  columns: dataset.columns.map((column) => columnWithTexts(column, place(dataset.name, column.name), visit)),
});
