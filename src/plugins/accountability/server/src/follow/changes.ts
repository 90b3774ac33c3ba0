import type { Core } from '@strapi/strapi';
import { CHANGE, type ChangeKind } from '../change-log/content-types';
import { documentSnapshots } from '../change-log/public-rows';
import type { FeedDocument } from '../feeds/config';
import { publicRowsOf, type DocumentRow } from '../feeds/documents';
import { MOVE_COLUMNS, type Move } from '../feeds/move';
import { whereConcerns } from '../feeds/subjects';
import { workflowConfig } from '../workflow/registry';
import { STATUS_CHANGE } from '../workflow/uids';
import { followConfig, type FollowChange } from './config';

/** Entries of the change log that one digest reads for one document; bounds what an import may add to it. */
const MAX_ENTRIES = 2_000;
const AT_ONCE = 500;

/** A changed document that concerns a followed one. */
export interface ChangedDocument {
  readonly change: FollowChange;
  readonly documentId: string;
  /** Its public rows, one per language. */
  readonly rows: readonly DocumentRow[];
  readonly isCreated: boolean;
  /** Whether its content changed, beyond the moves. */
  readonly isUpdated: boolean;
  /** Moves of its public workflows, in their order. */
  readonly moves: readonly Move[];
  /** Number of its last entry in the change log. */
  readonly last: number;
}

interface Entry {
  readonly id: number;
  readonly subject_id: string;
  readonly kind: ChangeKind;
  readonly at: number | string | Date;
}

/** The declaration of a changed document as feeds have it. */
export const asFeedDocument = ({ contentType, title = '', page, subjects }: FollowChange): FeedDocument => ({
  contentType,
  title,
  page,
  subjects,
});

/**
 * Public documents that concern a subject and changed within a part of the change log, in the order of their last
 * changes. What is not public now is missing.
 */
export async function readFollowedChanges(
  strapi: Core.Strapi,
  subject: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<ChangedDocument[]> {
  const found: ChangedDocument[] = [];
  const isKnown = (change: FollowChange, id: string): boolean =>
    found.some(
      ({ change: { contentType }, documentId }) => contentType === change.contentType && documentId === id,
    );
  for (const change of followConfig(strapi).changes) {
    const document = asFeedDocument(change);
    const entries: Entry[] = await strapi.db.connection
      .from({ c: strapi.db.metadata.get(CHANGE).tableName })
      .where({ 'c.subject_type': change.contentType })
      .where('c.id', '>', from)
      .where('c.id', '<=', until)
      .modify((query) => void whereConcerns(strapi, query, document, { column: 'c.subject_id', subject }))
      .orderBy('c.id')
      .limit(MAX_ENTRIES)
      .select('c.id', 'c.subject_id', 'c.kind', 'c.at');
    const byDocument = new Map<string, Entry[]>();
    for (const entry of entries.filter(({ subject_id: id }) => !isKnown(change, id))) {
      byDocument.set(entry.subject_id, [...(byDocument.get(entry.subject_id) ?? []), entry]);
    }
    found.push(...(await changedDocuments(strapi, change, byDocument)));
  }
  return found.sort((one, other) => one.last - other.last);
}

async function changedDocuments(
  strapi: Core.Strapi,
  change: FollowChange,
  byDocument: ReadonlyMap<string, readonly Entry[]>,
): Promise<ChangedDocument[]> {
  const { contentType } = change;
  const ids = [...byDocument.keys()];
  const moved = await movesOf(strapi, contentType, byDocument);
  const found: ChangedDocument[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const snapshots = await documentSnapshots(strapi, contentType, some);
    const rows = await publicRowsOf(strapi, asFeedDocument(change), some);
    for (const documentId of some) {
      const own = rows.get(documentId) ?? [];
      const isPublic = (snapshots.get(documentId)?.rowIds.length ?? 0) > 0;
      if (!isPublic || own.length === 0) continue;
      const entries = byDocument.get(documentId) ?? [];
      const moves = moved.get(documentId) ?? [];
      const isCreated = change.created !== undefined && entries.some(({ kind }) => kind === 'created');
      const isUpdated =
        !isCreated && change.updated !== undefined && entries.some(({ kind }) => kind === 'updated');
      if (!isCreated && !isUpdated && moves.length === 0) continue;
      const last = entries.at(-1)?.id ?? 0;
      found.push({ change, documentId, rows: own, isCreated, isUpdated, moves, last });
    }
  }
  return found;
}

const timeOf = (at: Entry['at']): number => new Date(at).getTime();

/** The moves that entries of the change log refer to: both are written with one time. */
async function movesOf(
  strapi: Core.Strapi,
  contentType: string,
  byDocument: ReadonlyMap<string, readonly Entry[]>,
): Promise<Map<string, Move[]>> {
  const workflows = workflowConfig(strapi).workflows.filter(
    (workflow) => workflow.contentType === contentType && workflow.public !== false,
  );
  const times = new Map<string, Set<number>>();
  for (const [id, entries] of byDocument) {
    const own = entries.filter(({ kind }) => kind === 'transition').map(({ at }) => timeOf(at));
    if (own.length > 0) times.set(id, new Set(own));
  }
  const moves = new Map<string, Move[]>();
  const ids = [...times.keys()];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const earliest = Math.min(...some.flatMap((id) => [...(times.get(id) ?? [])]));
    const rows: Move[] = await strapi.db.connection
      .from({ h: strapi.db.metadata.get(STATUS_CHANGE).tableName })
      .where({ 'h.subject_type': contentType })
      .whereIn('h.subject_id', some)
      .whereIn(
        'h.workflow',
        workflows.map(({ name }) => name),
      )
      // A state that an upgrade has renamed is no change.
      .whereNot({ 'h.transition': 'migrated' })
      .where('h.at', '>=', new Date(earliest))
      .orderBy('h.id')
      .select([...MOVE_COLUMNS]);
    for (const row of rows.filter((move) => times.get(move.subject_id)?.has(timeOf(move.at)))) {
      moves.set(row.subject_id, [...(moves.get(row.subject_id) ?? []), row]);
    }
  }
  return moves;
}
