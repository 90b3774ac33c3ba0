import { languageCodesOf } from '../languages/site-languages';
import { z } from 'zod';
import { columnWithTexts } from '../datasets/dataset-texts';
import { emptyTextProblems, textInEach, type VisitText } from '../languages/declared-texts';
import type { ColumnDeclaration, DatasetDeclaration, LocalizedText } from '../datasets/declaration';

/** What a table of counts is divided by. */
export interface SummaryDimension {
  /** The value that is counted: a column as datasets declare them, whether one of them has it or not. */
  readonly column: ColumnDeclaration;
  /** Of a relation: the attribute of the other document that tells what the value means. */
  readonly label?: string;
  /** Of a date: how much of it is counted together. */
  readonly unit?: 'year' | 'month';
}

/** How many documents there are, by one or several values. */
export interface SummaryTable {
  /** snake_case. */
  readonly name: string;
  readonly labels: LocalizedText;
  readonly contentType: string;
  /** None for the number of all. */
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

/** An error that lists every problem of the declared summary, one a line. */
export const summaryError = (problems: readonly string[]): Error =>
  new Error(
    `the summary declaration needs mending:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Reads the plugin's configuration of the summary as far as it goes without content types. Its texts are then in each
 * language of the site and in no other.
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

/** The table with every text of it as the visitor gives it back. */
export const tableWithTexts = (table: SummaryTable, visit: VisitText): SummaryTable => ({
  ...table,
  labels: visit(table.labels, `table "${table.name}": a label`),
  by: table.by.map(({ column, ...rest }) => ({
    ...rest,
    column: columnWithTexts(column, `table "${table.name}", column "${column.name}"`, visit),
  })),
});

/** A table as a dataset, whose checks hold for it too: nothing private, types that fit, words in each language. */
export const tableAsDataset = ({ name, labels, contentType, by }: SummaryTable): DatasetDeclaration => ({
  name: name.replaceAll('_', '-'),
  contentType,
  key: 'document_id',
  labels,
  description: labels,
  columns: [
    { name: 'document_id', type: 'string', source: 'documentId', labels, description: labels },
    // What a column leads to is a matter of the files, which the summary is none of.
    ...by.map(({ column }) => ({ ...column, references: undefined })),
  ],
});
