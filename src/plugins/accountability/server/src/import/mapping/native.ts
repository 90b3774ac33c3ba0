import type { ModelLookup } from '../../datasets/content-model';
import { DOCUMENT_ATTRIBUTES, parseSourcePath } from '../../datasets/source-path';
import type { ColumnDeclaration, DatasetDeclaration } from '../../datasets/declaration';
import { outputColumns } from '../../datasets/output-columns';
import type { LocalizedText } from '../../languages/localized-text';
import type { WorkflowDeclaration } from '../../workflow/definition';
import type {
  DocumentTable,
  ImportColumn,
  ImportMapping,
  ImportTable,
  LinkTable,
  StateTable,
} from './declaration';
import { parseTarget } from './target';

export const NATIVE = 'native';

export interface NativeSettings {
  readonly datasets: readonly DatasetDeclaration[];
  readonly workflows: readonly WorkflowDeclaration[];
  readonly languages: readonly string[];
  /** By dataset how its documents are found beside their ids: `{ books: [['isbn']] }`. What is not named is not imported. */
  readonly keys: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly labels: LocalizedText;
  readonly description: LocalizedText;
}

/**
 * The mapping of the files this software exports, derived from the declarations of its datasets: every column that is
 * an attribute of a document is read; what is worked out, or belongs to a related document, is not.
 */
export function nativeMapping(models: ModelLookup, settings: NativeSettings): ImportMapping {
  const { datasets, keys, labels, description } = settings;
  const imported = datasets.filter(({ name, links, about }) => !links && !about && keys[name] !== undefined);
  const types = new Set(imported.map(({ contentType }) => contentType));
  const tables = datasets.flatMap((dataset): ImportTable[] => {
    if (dataset.about) return stateTables(dataset, settings, types);
    if (dataset.links) return types.has(dataset.contentType) ? linkTables(models, dataset, settings) : [];
    return imported.includes(dataset) ? [documentTable(models, dataset, settings)] : [];
  });
  return { name: NATIVE, labels, description, tables };
}

function documentTable(
  models: ModelLookup,
  dataset: DatasetDeclaration,
  { languages, keys, workflows }: NativeSettings,
): DocumentTable {
  const { name, contentType } = dataset;
  const mirrors = new Map(
    workflows
      .filter((workflow) => workflow.contentType === contentType)
      .map((workflow) => [workflow.field, workflow.name]),
  );
  const idSources = new Set(dataset.columns.map(({ source }) => source));
  const toOf = (column: ColumnDeclaration): string | null => {
    const { source } = column;
    if (source === 'documentId' || source === 'updatedAt') return source;
    if (source in DOCUMENT_ATTRIBUTES) return null;
    const workflow = mirrors.get(source);
    if (workflow !== undefined) return `state(${workflow})`;
    const path = parseSourcePath(source);
    // Of related documents only what identifies them is read: their ids, or where a file has none their codes.
    const isRelation = models(contentType)?.attributes[path?.attribute ?? '']?.type === 'relation';
    const isById = path?.parts[0] === 'documentId';
    const isByCode = path?.parts.at(-1) === 'code';
    if (isRelation && !isById && (idSources.has(`${path?.attribute}.documentId`) || !isByCode)) {
      return null;
    }
    return typeof parseTarget(models, contentType, source) === 'string' ? null : source;
  };
  return {
    name,
    files: [name],
    contentType,
    keys: [['documentId'], ...(keys[name] ?? [])],
    ignores: headersOf(dataset, languages),
    columns: uniqueColumns(dataset, languages).flatMap(({ header, declaration, locale }): ImportColumn[] => {
      const isMade =
        declaration.hasPassed !== undefined || declaration.gives !== undefined || declaration.where;
      const to = isMade ? null : toOf(declaration);
      if (to === null) return [];
      const separators = declaration.separator === undefined ? undefined : [declaration.separator];
      const { unless, beside } = siblingColumns(dataset.columns, declaration);
      const column = { from: header, to, locale: locale ?? undefined, separators, unless, beside };
      return [{ ...column, format: 'exported' }];
    }),
  };
}

/** The columns beside which one is read: of the same list with more of each item, and with all items. */
function siblingColumns(
  columns: readonly ColumnDeclaration[],
  { source, separator, having }: ColumnDeclaration,
): Pick<ImportColumn, 'unless' | 'beside'> {
  if (separator === undefined) return {};
  const [attribute = '', parts = ''] = source.split('.');
  const others = columns.filter(
    (other) => other.separator !== undefined && !other.where && other.source.startsWith(`${attribute}.`),
  );
  if (having !== undefined) {
    return { beside: others.find((other) => !other.having && source.startsWith(other.source))?.name };
  }
  return { unless: others.find((other) => !other.having && other.source.endsWith(`:${parts}`))?.name };
}

/** What the columns of a dataset's files are called, those that are worked out included. */
const headersOf = (dataset: DatasetDeclaration, languages: readonly string[]): string[] =>
  uniqueColumns(dataset, languages).map(({ header }) => header);

/** The columns of a dataset's files, in all languages and in one chosen. */
function uniqueColumns(
  dataset: DatasetDeclaration,
  languages: readonly string[],
): { header: string; declaration: ColumnDeclaration; locale: string | null }[] {
  return outputColumns(dataset, languages).flatMap(({ name, declaration, locale }) => [
    { header: name, declaration, locale },
    // A file of one language has no suffix: it is in the language of the import.
    ...(locale !== null && locale === languages[0] && name !== declaration.name
      ? [{ header: declaration.name, declaration, locale: null }]
      : []),
  ]);
}

function stateTables(
  dataset: DatasetDeclaration,
  { workflows, languages }: NativeSettings,
  types: ReadonlySet<string>,
): StateTable[] {
  const { about, where, columns, name } = dataset;
  const parts: Readonly<Record<string, string>> = {
    aboutDataset: 'dataset',
    toState: 'state',
    fromState: 'fromState',
    [about?.idAttribute ?? '']: 'subject.documentId',
  };
  const known = ['version', 'transition', 'reason', 'at', 'asOf', 'asOfPrecision'];
  const subjects = Object.fromEntries(
    Object.entries(about?.datasets ?? {})
      .filter(([contentType]) => types.has(contentType))
      .map(([contentType, subject]) => [subject, contentType]),
  );
  const names = where?.workflow ?? [];
  return names
    .filter((workflow) => workflows.some((declared) => declared.name === workflow))
    .map((workflow) => ({
      name,
      files: [name],
      workflow,
      subjects,
      ignores: headersOf(dataset, languages),
      columns: columns.flatMap(({ name: from, source }): ImportColumn[] => {
        const to = parts[source] ?? (known.includes(source) ? source : null);
        return to === null ? [] : [{ from, to, format: 'exported' }];
      }),
    }));
}

function linkTables(models: ModelLookup, dataset: DatasetDeclaration, settings: NativeSettings): LinkTable[] {
  const { name, contentType, columns, links = {} } = dataset;
  const imported = settings.datasets.filter((dataset) => settings.keys[dataset.name] !== undefined);
  const targets = Object.keys(links).map((relation) => models(contentType)?.attributes[relation]?.target);
  if (!targets.every((target) => imported.some((dataset) => dataset.contentType === target))) return [];
  const parts: Readonly<Record<string, string>> = {
    documentId: 'source.documentId',
    'link.documentId': 'target.documentId',
    linkRole: 'role',
  };
  return [
    {
      name,
      files: [name],
      contentType,
      ignores: headersOf(dataset, settings.languages),
      relations: Object.fromEntries(Object.entries(links).map(([relation, role]) => [role, relation])),
      columns: columns.flatMap(({ name: from, source }): ImportColumn[] =>
        parts[source] === undefined ? [] : [{ from, to: parts[source], required: true }],
      ),
    },
  ];
}
