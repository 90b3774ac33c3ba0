import type { Core } from '@strapi/strapi';
import { siteDay } from '../dates/site-day';
import { latestFirst } from './as-of';
import { stateOf } from './machine';
import { STATUS_CHANGE } from './uids';
import type { WorkflowDeclaration } from './definition';
import type { LocalizedText } from '../datasets/declaration';

/** A state in responses; one that is no longer declared has its code as label. */
export interface StateView {
  readonly code: string;
  readonly labels: LocalizedText;
  readonly colour: string;
  readonly terminal: boolean;
  readonly declared: boolean;
}

const UNDECLARED_COLOUR = '#666687';

/** The representation of a state code. */
export function stateView(
  workflow: WorkflowDeclaration,
  code: string,
  languages: readonly string[],
): StateView {
  const state = stateOf(workflow, code);
  return {
    code,
    labels: state?.labels ?? Object.fromEntries(languages.map((language) => [language, code])),
    colour: state?.colour ?? UNDECLARED_COLOUR,
    terminal: state?.terminal ?? false,
    declared: state !== undefined,
  };
}

/** A move as it is stored. */
export interface HistoryRow {
  readonly id: number;
  readonly subjectId: string;
  readonly workflow: string;
  readonly transition: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly version: number;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly actorLabel: string | null;
  readonly reason: string | null;
  readonly fields: unknown;
  readonly at: string | Date;
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
}

export interface HistoryEntry {
  readonly sequence: number;
  readonly workflow: string;
  readonly transition: string;
  readonly labels: LocalizedText | null;
  readonly from: StateView | null;
  readonly to: StateView;
  readonly version: number;
  /** When it was recorded. */
  readonly at: string;
  /** The date stated by a source, at this precision; null for a move made in the application. */
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
  readonly reason: string | null;
  readonly fields: unknown;
  readonly actor: { readonly kind: string; readonly name?: string | null; readonly label: string | null };
}

/**
 * Moves and recorded states of documents of one content type by date, latest first.
 * @param audience the public gets no names of persons
 */
export async function readHistory(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[],
  languages: readonly string[],
  documentIds: readonly string[],
  audience: 'public' | 'panel',
): Promise<(HistoryEntry & { readonly documentId: string })[]> {
  const rows: HistoryRow[] = await strapi.db.query(STATUS_CHANGE).findMany({
    where: {
      subjectType: workflows[0]?.contentType ?? '',
      subjectId: { $in: documentIds },
      workflow: { $in: workflows.map(({ name }) => name) },
    },
  });
  return rows.sort(latestFirst((moment) => siteDay(strapi, moment))).map((row) => ({
    ...historyEntry(
      workflows.find(({ name }) => name === row.workflow) as WorkflowDeclaration,
      row,
      languages,
      audience,
    ),
    documentId: row.subjectId,
  }));
}

/** A stored move in responses; without names for the public. */
export function historyEntry(
  workflow: WorkflowDeclaration,
  row: HistoryRow,
  languages: readonly string[],
  audience: 'public' | 'panel',
): HistoryEntry {
  return {
    sequence: row.id,
    workflow: row.workflow,
    transition: row.transition,
    labels: workflow.transitions.find(({ name }) => name === row.transition)?.labels ?? null,
    from: row.fromState === null ? null : stateView(workflow, row.fromState, languages),
    to: stateView(workflow, row.toState, languages),
    version: row.version,
    at: new Date(row.at).toISOString(),
    asOf: row.asOf,
    asOfPrecision: row.asOfPrecision,
    reason: row.reason,
    fields: row.fields ?? null,
    actor: {
      kind: row.actorKind,
      ...(audience === 'panel' && { name: row.actorName }),
      label: row.actorLabel,
    },
  };
}
