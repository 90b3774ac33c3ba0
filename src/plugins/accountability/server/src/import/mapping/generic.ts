import type { ModelAttribute, ModelLookup } from '../../datasets/content-model';
import type { DatasetDeclaration } from '../../datasets/declaration';
import type { LocalizedText } from '../../languages/localized-text';
import type { WorkflowDeclaration } from '../../workflow/definition';
import type { ListSeparator } from '../values/read-list';
import type { ImportColumn } from './declaration';
import { aliasNames, type FieldName, type NamedField } from './header-match';
import { parseTarget, type Target } from './target';

export const GENERIC = 'generic';

/** A field that a column of any spreadsheet can be matched with. */
export interface GenericColumn extends Pick<
  ImportColumn,
  'to' | 'separators' | 'format' | 'dateOrder' | 'note' | 'shorten' | 'required'
> {
  /**
   * What its header may be called, by language; several with `|` between, the most specific first. The name and the
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
  /** Whether a cell may name several. */
  readonly isList: boolean;
  readonly isDate: boolean;
  /** What it may be; null where that is any text. */
  readonly codes: readonly string[] | null;
  /** What its codes are called. */
  readonly codeLabels: ReadonlyMap<string, LocalizedText>;
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
      dataset?.columns.filter(({ source, where, gives }) => sources.includes(source) && !where && !gives) ??
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
      // The dataset's words are of the site's languages; the panel may speak others.
      labels: { ...firstAliases(aliases), ...declared[0]?.labels },
      isLocalized: target.kind === 'scalar' && target.localized,
      values: values.length === 0 ? undefined : wordsFor(values),
      separators: column.separators ?? (isList ? LIST_SEPARATORS : undefined),
      isList,
      isDate: isDateTarget(target),
      codes: values.length === 0 ? (enumOf(target) ?? null) : [...new Set(values.map(({ value }) => value))],
      codeLabels: new Map(values.map(({ value, labels }) => [value, labels])),
      relation: target.kind === 'relation' ? { contentType: target.contentType, by: target.by } : null,
    };
  });
}

const schemasOf = (target: Target): readonly ModelAttribute[] =>
  target.kind === 'scalar' ? [target.schema] : target.kind === 'component' ? target.schemas : [];

const isDateTarget = (target: Target): boolean =>
  target.kind === 'timeframe' ||
  (target.kind === 'state' && target.part === 'asOf') ||
  schemasOf(target).some(({ type }) => type === 'date' || type === 'datetime');

const enumOf = (target: Target): readonly string[] | undefined => schemasOf(target)[0]?.enum;

const firstAliases = (aliases: readonly FieldName[]): LocalizedText =>
  Object.fromEntries([...aliases].reverse().map(({ text, language }) => [language, text]));

const wordsFor = (
  values: readonly { readonly value: string; readonly labels: LocalizedText }[],
): Record<string, string> =>
  Object.fromEntries(
    values.flatMap(({ value, labels }) => [value, ...Object.values(labels)].map((word) => [word, value])),
  );
