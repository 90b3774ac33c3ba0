import { periodOf, type Precision } from '../../dates/partial-date';
import type { DatabaseRow } from './connection';
import type { SourceDocument } from './documents';
import type { CellPlan } from './plan';
import type { ComponentItems } from './read';
import type { RelatedDocuments } from './target-reader';
import { converterFor, isoSeconds, toMilliseconds, type Cell } from './values';

/** What belongs to the documents of a batch beside their own rows. */
export interface BatchLinks {
  readonly components: readonly ComponentItems[];
  readonly relations: readonly RelatedDocuments[];
}

export type CellReader = (document: SourceDocument, links: BatchLinks) => Cell;

/** Compiles a planned column to the function that takes its value from a document. */
export function cellReader(plan: CellPlan): CellReader {
  if (plan.from === 'component') return componentCell(plan);
  if (plan.from === 'relation') return relationCell(plan);
  return documentCell(plan);
}

function documentCell({ column, parts, language }: CellPlan): CellReader {
  const convert = converterFor(column.declaration.type);
  const { attribute, index } = parts[0] ?? { attribute: 'documentId', index: null };
  if (index === null) return (document) => document.documentId;
  if (attribute === 'createdAt') return spanCell(index, Math.min);
  if (attribute === 'updatedAt' || attribute === 'publishedAt') return spanCell(index, Math.max);
  if (language === null) return (document) => convert(document.primary[index]);
  return (document) => convert(document.byLanguage[language]?.[index]);
}

/** Each language has its own times: a document was created with its first and changed with its last. */
function spanCell(index: number, choose: (a: number, b: number) => number): CellReader {
  return (document) => {
    let chosen: number | null = null;
    for (const row of document.byLanguage) {
      const at = toMilliseconds(row?.[index]);
      if (at !== null) chosen = chosen === null ? at : choose(chosen, at);
    }
    return chosen === null ? null : isoSeconds(chosen);
  };
}

const meets = (row: DatabaseRow, where: CellPlan['where']): boolean =>
  where.every(({ index, value }) => row[index] === value);

/** Whether a partial date lies behind, unless the document says that it no longer matters. */
function passedCell({ column, read, parts, unless }: CellPlan): CellReader {
  const today = new Date().toISOString().slice(0, 10);
  const [date = 0, precision = 0] = parts.map(({ index }) => index ?? 0);
  const settled = column.declaration.hasPassed?.isOneOf ?? [];
  return (document, links) => {
    if (unless !== undefined && settled.includes(String(document.primary[unless]))) return false;
    const item = itemsOfRow(links.components[read], document.rowId)[0];
    const end = item ? periodOf(dayOf(item[date]), item[precision] as Precision | null) : null;
    return end !== null && end.latest < today;
  };
}

const dayOf = (value: unknown): string | null => {
  const day = converterFor('date')(value as Parameters<ReturnType<typeof converterFor>>[0]);
  return day === null ? null : String(day);
};

function componentCell(plan: CellPlan): CellReader {
  const { column, read, parts, language, where } = plan;
  if (column.declaration.hasPassed) return passedCell(plan);
  const convert = converterFor(column.declaration.type);
  const indexes = parts.map(({ index }) => index ?? 0);
  const [first = 0] = indexes;
  const valueOf =
    indexes.length === 1
      ? (row: DatabaseRow) => convert(row[first])
      : (row: DatabaseRow) => indexes.map((index) => row[index] ?? '').join(':');
  const itemsOf: (document: SourceDocument, links: BatchLinks) => readonly DatabaseRow[] = (
    document,
    links,
  ) => {
    const rowId = language === null ? document.rowId : document.rowIds[language];
    const items = rowId === undefined ? NONE : itemsOfRow(links.components[read], rowId);
    return where.length === 0 ? items : items.filter((item) => meets(item, where));
  };

  if (!column.declaration.separator) {
    return (document, links) => {
      const item = itemsOf(document, links)[0];
      return item ? valueOf(item) : null;
    };
  }
  return (document, links) => present(itemsOf(document, links).map(valueOf));
}

function relationCell({ column, read, parts, language, where }: CellPlan): CellReader {
  const convert = converterFor(column.declaration.type);
  const index = parts[0]?.index ?? null;
  const valueOf = (target: SourceDocument) => {
    if (index === null) return target.documentId;
    const row = language === null ? target.primary : target.byLanguage[language];
    return convert(row?.[index]);
  };
  const targetsOf = (document: SourceDocument, links: BatchLinks): readonly SourceDocument[] => {
    const targets = links.relations[read]?.of(document.rowId) ?? NO_DOCUMENTS;
    return where.length === 0 ? targets : targets.filter((target) => meets(target.primary, where));
  };

  if (!column.declaration.separator) {
    return (document, links) => {
      const target = targetsOf(document, links)[0];
      return target ? valueOf(target) : null;
    };
  }
  return (document, links) => present(targetsOf(document, links).map(valueOf));
}

function itemsOfRow(component: ComponentItems | undefined, rowId: number): readonly DatabaseRow[] {
  if (!component) return NONE;
  component.groups.select(rowId);
  return component.items.slice(component.groups.from, component.groups.to);
}

const NONE: readonly DatabaseRow[] = [];
const NO_DOCUMENTS: readonly SourceDocument[] = [];

/** A list holds what there is: a name that is not translated is left out. */
function present(values: readonly (string | number | boolean | null)[]): readonly string[] {
  return values.filter((value) => value !== null).map(String);
}
