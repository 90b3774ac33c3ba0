import type { ModelLookup } from '../../datasets/content-model';
import type { DatasetDeclaration } from '../../datasets/declaration';
import type { LocalizedText } from '../../languages/localized-text';
import type { WorkflowDeclaration } from '../../workflow/definition';
import type { ListSeparator } from '../values/read-list';
import type { ImportColumn } from './declaration';
import { aliasNames, type FieldName, type NamedField } from './header-match';
import { parseTarget } from './target';

export const GENERIC = 'generic';

/** A field that a column of any spreadsheet can be matched with. */
export interface GenericColumn extends Pick<
  ImportColumn,
  'to' | 'separators' | 'format' | 'dateOrder' | 'note' | 'shorten' | 'required'
> {
  /**
   * What its header may be called, by language; several with `|` between, the most telling first. The name and the
   * labels of the dataset's column with the same source are known without.
   */
  readonly aliases: LocalizedText;
  /** Documents that a cell names and that do not exist are made, with that name only. */
  readonly creates?: boolean;
}

export interface GenericTable {
  /** kebab-case; once. */
  readonly name: string;
  readonly labels: LocalizedText;
  readonly contentType: string;
  /** What sheets and files that hold such documents are called, as `aliases` of a column. */
  readonly names: LocalizedText;
  /** As `DocumentTable.keys`; the first whose attributes all have columns is used. */
  readonly keys: readonly (readonly string[])[];
  readonly columns: readonly GenericColumn[];
}

/** What an application declares so that spreadsheets nobody has described can be read. */
export interface GenericSettings {
  readonly labels: LocalizedText;
  readonly description: LocalizedText;
  readonly tables: readonly GenericTable[];
}

/** A column of a generic table with all that its header may be called. */
export interface GenericField extends NamedField {
  readonly column: GenericColumn;
  readonly labels: LocalizedText;
  readonly isLocalized: boolean;
  /** Words for its codes, in every language. */
  readonly values?: Readonly<Record<string, string>>;
  readonly separators?: readonly ListSeparator[];
  /** Documents it leads to, and by which of their attributes. */
  readonly relation: { readonly contentType: string; readonly by: readonly string[] } | null;
}

const LIST_SEPARATORS: readonly ListSeparator[] = [';', 'newline', 'br'];

/** The fields of a generic table, with the names of their attributes and of the columns of datasets. */
export function genericFields(
  models: ModelLookup,
  { contentType, columns }: GenericTable,
  datasets: readonly DatasetDeclaration[],
  workflows: readonly WorkflowDeclaration[],
): GenericField[] {
  const dataset = datasets.find(
    ({ links, about, ...one }) => one.contentType === contentType && !links && !about,
  );
  return columns.map((column) => {
    const target = parseTarget(models, contentType, column.to);
    // Checked when the application starts.
    if (typeof target === 'string') throw new Error(target);
    const sources =
      target.kind === 'relation'
        ? target.by.map((by) => `${target.attribute}.${by}`)
        : target.kind === 'state' && target.part === 'state'
          ? workflows.filter(({ name }) => name === target.workflow).map(({ field }) => field)
          : [column.to];
    const declared =
      dataset?.columns.filter(({ source, where, tells }) => sources.includes(source) && !where && !tells) ??
      [];
    const ownNames: FieldName[] = [
      ...(target.kind === 'scalar' ? [{ text: target.attribute, language: null }] : []),
      ...declared.map(({ name }) => ({ text: name, language: null })),
      ...declared.flatMap(({ labels }) =>
        Object.entries(labels).map(([language, text]) => ({ text, language })),
      ),
    ];
    const aliases = aliasNames(column.aliases);
    const isList =
      (target.kind === 'relation' && target.toMany) || (target.kind === 'component' && target.repeatable);
    const values = declared.flatMap((one) => one.values ?? []);
    return {
      column,
      names: [...ownNames, ...aliases],
      labels: declared[0]?.labels ?? firstAliases(aliases),
      isLocalized: target.kind === 'scalar' && target.localized,
      values: values.length === 0 ? undefined : wordsFor(values),
      separators: column.separators ?? (isList ? LIST_SEPARATORS : undefined),
      relation: target.kind === 'relation' ? { contentType: target.contentType, by: target.by } : null,
    };
  });
}

const firstAliases = (aliases: readonly FieldName[]): LocalizedText =>
  Object.fromEntries([...aliases].reverse().map(({ text, language }) => [language, text]));

const wordsFor = (
  values: readonly { readonly value: string; readonly labels: LocalizedText }[],
): Record<string, string> =>
  Object.fromEntries(
    values.flatMap(({ value, labels }) => [value, ...Object.values(labels)].map((word) => [word, value])),
  );
