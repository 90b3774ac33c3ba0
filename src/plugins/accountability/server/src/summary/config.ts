import { languageCodesOf } from '../languages/site-languages';
import { z } from 'zod';
import { columnWithTexts } from '../datasets/dataset-texts';
import { emptyTextProblems, textInEach, type VisitText } from '../languages/declared-texts';
import type { ColumnDeclaration, DatasetDeclaration, LocalizedText } from '../datasets/declaration';

/** A dimension of a table of counts. */
export interface SummaryDimension {
  /** The value to group by: a column declaration, whether or not a dataset has that column. */
  readonly column: ColumnDeclaration;
  /** Of a relation: the attribute of the related document that is the value's label. */
  readonly label?: string;
  /** Of a date: the precision to group by. */
  readonly unit?: 'year' | 'month';
}

/** Number of documents, by one or several dimensions. */
export interface SummaryTable {
  /** snake_case. */
  readonly name: string;
  readonly labels: LocalizedText;
  readonly contentType: string;
  /** None for the total. */
  readonly by: readonly SummaryDimension[];
}

const words = z.record(z.string(), z.string().min(1));
const summarySchema = z.array(
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/),
    labels: words,
    contentType: z.string(),
    by: z
      .array(
        z.strictObject({
          column: z.looseObject({ name: z.string(), source: z.string() }),
          label: z.string().optional(),
          unit: z.enum(['year', 'month']).optional(),
        }),
      )
      .max(3),
  }),
);

/** An error that lists every problem of the declared summary, one per line. */
export const summaryError = (problems: readonly string[]): Error =>
  new Error(
    `the summary declaration needs correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of the summary as far as possible without content types. Its texts are then in
 * exactly the site's languages.
 * @throws Error that lists every problem; it stops the start
 */
export function parseSummaryConfig(config: unknown): readonly SummaryTable[] {
  const { summary = [] } = config as {
    summary?: unknown;
  };
  const languages = languageCodesOf(config);
  const parsed = summarySchema.safeParse(summary);
  if (!parsed.success) {
    throw summaryError(
      parsed.error.issues.map(({ path, message }) => `summary.${path.join('.')}: ${message}`),
    );
  }
  const tables = summary as readonly SummaryTable[];
  const problems = tables.flatMap(({ name, labels }, index) => [
    ...emptyTextProblems(labels, `table "${name}": a label`),
    ...(tables.findIndex((table) => table.name === name) < index
      ? [`table "${name}": the name is taken by another table; rename one`]
      : []),
  ]);
  if (problems.length > 0) throw summaryError(problems);
  return tables.map((table) => tableWithTexts(table, (text) => textInEach(text, languages)));
}

/** The table with every text mapped by the visitor. */
export const tableWithTexts = (table: SummaryTable, visit: VisitText): SummaryTable => ({
  ...table,
  labels: visit(table.labels, `table "${table.name}": a label`),
  by: table.by.map(({ column, ...rest }) => ({
    ...rest,
    column: columnWithTexts(column, `table "${table.name}", column "${column.name}"`, visit),
  })),
});

/** A table as a dataset, whose checks apply to it too: nothing private, matching types, labels in each language. */
export const tableAsDataset = ({ name, labels, contentType, by }: SummaryTable): DatasetDeclaration => ({
  name: name.replaceAll('_', '-'),
  contentType,
  key: 'document_id',
  labels,
  description: labels,
  columns: [
    { name: 'document_id', type: 'string', source: 'documentId', labels, description: labels },
    // References are a matter of the files, not of the summary.
    ...by.map(({ column }) => ({ ...column, references: undefined })),
  ],
});
