import type { ColumnDeclaration, DatasetDeclaration } from '../declaration';
import type { Model } from '../content-model';
import { isDocumentAttribute, parseSourcePath } from '../source-path';

/** Whether every row has a value: always true of the key. */
export const isRequired = (dataset: DatasetDeclaration, column: ColumnDeclaration): boolean =>
  column.required === true || column.name === dataset.key;

/** Whether the values are unique. */
export const isUnique = (dataset: DatasetDeclaration, column: ColumnDeclaration): boolean =>
  column.unique === true || column.name === dataset.key;

/** Problems of a column's constraints that need no content type. */
export function constraintProblems(column: ColumnDeclaration): string[] {
  const problems: string[] = [];
  for (const promise of ['required', 'unique'] as const) {
    if (!column[promise]) continue;
    if (column.separator) problems.push(`a list cannot be "${promise}"; drop it`);
    if (column.localized) {
      problems.push(`a localized column cannot be "${promise}": a row may lack a language; drop it`);
    }
  }
  if (column.format && column.type !== 'string') problems.push('"format" belongs to type "string" only');
  if (column.references && column.localized) {
    problems.push('a localized column cannot reference another dataset; drop "references"');
  }
  return problems;
}

/** The columns of the temporal coverage are the dataset's own, and dates. */
export function temporalProblems({ temporal, columns }: DatasetDeclaration): string[] {
  return Object.entries(temporal ?? {}).flatMap(([end, name]) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) return [`"temporal.${end}" names column "${name}", which it does not have; correct it`];
    return column.type === 'date' ? [] : [`"temporal.${end}" names column "${name}", which is no date`];
  });
}

/** References must point to a column that identifies the rows of an existing dataset. */
export function referenceProblems(
  dataset: DatasetDeclaration,
  datasets: readonly DatasetDeclaration[],
): string[] {
  return dataset.columns.flatMap(({ name, type, references }) => {
    if (!references) return [];
    const at = `dataset "${dataset.name}", column "${name}"`;
    const target = datasets.find((candidate) => candidate.name === references.dataset);
    if (!target) {
      const known = datasets.map((candidate) => candidate.name).join(', ');
      return [`${at}: it references dataset "${references.dataset}", which does not exist; known: ${known}`];
    }
    const column = target.columns.find((candidate) => candidate.name === references.column);
    if (!column) {
      return [
        `${at}: dataset "${target.name}" has no column "${references.column}" to reference; correct it`,
      ];
    }
    if (!isUnique(target, column)) {
      return [
        `${at}: column "${column.name}" of "${target.name}" does not identify a row; reference its key`,
      ];
    }
    return column.type === type ? [] : [`${at}: it has type "${type}", what it references "${column.type}"`];
  });
}

/** For a required column the content type must guarantee a value. */
export function requiredProblems(column: ColumnDeclaration, model: Model): string[] {
  if (!column.required || column.hasPassed) return [];
  const path = parseSourcePath(column.source);
  if (!path) return []; // Reported by the shape check.
  const attribute = model.attributes[path.attribute];
  if (path.parts.length === 0 && (isDocumentAttribute(path.attribute) || attribute?.required)) return [];
  return [`it is "required", but the content type lets "${column.source}" be empty; drop it`];
}

/** A reference to a dataset's key must read the id of a related document, of the dataset's content type. */
export function referenceSourceProblems(
  column: ColumnDeclaration,
  model: Model,
  datasets: readonly DatasetDeclaration[],
): string[] {
  const target = datasets.find(({ name }) => name === column.references?.dataset);
  const path = parseSourcePath(column.source);
  if (!target || !path || column.references?.column !== target.key) return [];
  // The row's own id may reference a dataset of the same documents.
  if (path.attribute === 'documentId') return [];
  const leadsThere = model.attributes[path.attribute]?.target === target.contentType;
  if (leadsThere && path.parts[0] === 'documentId') return [];
  return [
    `it references "${target.name}", but its source is no "relation.documentId" to "${target.contentType}"`,
  ];
}
