import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { siteDay } from '../dates/site-day';
import { WorkflowError } from './errors';
import { uidOf } from './registry';
import { STATE, STATUS_CHANGE } from './uids';
import type { WorkflowConfig } from './config';
import type {
  GuardDeclaration,
  GuardContext,
  TransitionDeclaration,
  WorkflowDeclaration,
} from './definition';

/** A row of a document: one language, draft or published. */
export interface SubjectRow extends Record<string, unknown> {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string;
}

export interface WorkflowState {
  readonly state: string;
  /** 0 until the first move. */
  readonly version: number;
  /** False where no state row exists yet. */
  readonly stored: boolean;
}

/** All rows of a document, in the order of the site's languages. @throws WorkflowError 404 */
export async function loadRows(
  strapi: Core.Strapi,
  { languages }: WorkflowConfig,
  contentType: string,
  documentId: string,
): Promise<SubjectRow[]> {
  const rows: SubjectRow[] = await strapi.db.query(uidOf(contentType)).findMany({ where: { documentId } });
  if (rows.length === 0) {
    throw new WorkflowError({ status: 404, code: 'UNKNOWN_DOCUMENT', values: { contentType, documentId } });
  }
  const rank = ({ locale }: SubjectRow) => languages.indexOf(locale ?? '') + 1 || languages.length + 1;
  return rows.sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** Draft rows, or the only ones of a type without drafts. */
export const draftRows = (rows: readonly SubjectRow[]): SubjectRow[] => {
  const drafts = rows.filter(({ publishedAt }) => !publishedAt);
  return drafts.length > 0 ? drafts : [...rows];
};

/**
 * The state of a document in a workflow. Without a state row it was never moved: its mirror, which only the engine
 * writes, is used, and without a mirror the initial state.
 */
export async function loadState(
  strapi: Core.Strapi,
  trx: Knex | Knex.Transaction,
  workflow: WorkflowDeclaration,
  documentId: string,
  rows: readonly Record<string, unknown>[],
): Promise<WorkflowState> {
  const key = { subject_type: workflow.contentType, subject_id: documentId, workflow: workflow.name };
  const row: { state: string; version: number } | undefined = await trx(
    strapi.db.metadata.get(STATE).tableName,
  )
    .where(key)
    .first('state', 'version');
  if (row) return { ...row, stored: true };
  const mirror = workflow.field === undefined ? undefined : rows[0]?.[workflow.field];
  // A deleted and restored document has a history that continues.
  const last: Record<string, unknown> | undefined = await trx(strapi.db.metadata.get(STATUS_CHANGE).tableName)
    .where(key)
    .max('version as version')
    .first();
  return {
    state: typeof mirror === 'string' ? mirror : workflow.initial,
    version: Number(last?.version ?? 0),
    stored: false,
  };
}

/** Loads the input of some transitions' guards, in one query at most. */
export async function loadGuardContext(
  strapi: Core.Strapi,
  { guards }: WorkflowConfig,
  workflow: WorkflowDeclaration,
  transitions: readonly TransitionDeclaration[],
  rows: readonly SubjectRow[],
): Promise<Omit<GuardContext, 'fields'>> {
  const wanted = transitions
    .flatMap((transition) => transition.guards ?? [])
    .map((name) => guards.get(name)?.needs)
    .filter((needs): needs is NonNullable<GuardDeclaration['needs']> => needs !== undefined);
  const components = new Set(wanted.flatMap((needs) => needs.components ?? []));
  const related = new Map(wanted.flatMap((needs) => Object.entries(needs.relatedStates ?? {})));
  const drafts = draftRows(rows);
  const primary = drafts[0] as SubjectRow;

  let document: Record<string, unknown> = primary;
  if (components.size + related.size > 0) {
    document = await strapi.db.query(uidOf(workflow.contentType)).findOne({
      where: { id: primary.id },
      populate: {
        ...Object.fromEntries([...components].map((name) => [name, true])),
        ...Object.fromEntries(
          [...related].map(([relation, field]) => [relation, { select: ['id', field] }] as const),
        ),
      },
    });
  }
  return {
    document,
    languages: Object.fromEntries(drafts.map((row) => [row.locale ?? '', row])),
    published: rows.some(({ publishedAt }) => publishedAt),
    relatedStates: Object.fromEntries(
      [...related].map(([relation, field]) => [
        relation,
        ((document[relation] ?? []) as Record<string, unknown>[]).map((row) => String(row[field] ?? '')),
      ]),
    ),
    today: siteDay(strapi),
  };
}

/** Ids of drafts with unpublished changes. */
export function changedDrafts(rows: readonly SubjectRow[]): number[] {
  const time = (row: SubjectRow | undefined) => (row ? new Date(row.updatedAt).getTime() : Infinity);
  return rows
    .filter((row) => !row.publishedAt)
    .filter((draft) => {
      const published = rows.find((row) => row.publishedAt && row.locale === draft.locale);
      return time(draft) > time(published);
    })
    .map(({ id }) => id);
}
