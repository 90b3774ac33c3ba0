import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { wherePublished } from '../change-log/public-rows';
import { workflowConfig } from '../workflow/registry';
import { STATUS_CHANGE } from '../workflow/uids';
import type { WorkflowDeclaration } from '../workflow/definition';
import type { AtomEntry } from './atom';
import type { FeedDocument } from './config';
import { publicRowsOf, rowFor, shownDocument } from './documents';
import { latestHappenedFirst, readLatestMoves } from './latest-moves';
import { MOVE_COLUMNS, type Move } from './move';
import { moveInWords } from './move-in-words';
import { nameUuid } from './name-uuid';
import { feedsConfig } from './settings';
import { whereConcerns } from './subjects';

/** Entries per page. */
export const ENTRIES = 100;

/** Language and cursor of a request. */
export interface FeedReader {
  readonly locale: string;
  /** Id of the document that the feed is about; null for all. */
  readonly subject: string | null;
  readonly identity: string;
  readonly site: string;
  readonly api: string;
}

/** Public workflows of the document types in the feeds. */
export const feedWorkflows = (strapi: Core.Strapi): WorkflowDeclaration[] => {
  const types = feedsConfig(strapi).documents.map(({ contentType }) => contentType);
  return workflowConfig(strapi).workflows.filter(
    (workflow) => workflow.public !== false && types.includes(workflow.contentType),
  );
};

/** Moves of a document type; a state renamed by an upgrade is not an entry. */
export function movesOf(strapi: Core.Strapi, contentType: string): Knex.QueryBuilder {
  const names = feedWorkflows(strapi)
    .filter((workflow) => workflow.contentType === contentType)
    .map(({ name }) => name);
  return strapi.db.connection
    .from({ h: strapi.db.metadata.get(STATUS_CHANGE).tableName })
    .where({ 'h.subject_type': contentType })
    .whereIn('h.workflow', names)
    .whereNot({ 'h.transition': 'migrated' });
}

/** Permanent id of a move's entry. */
export const entryId = ({ identity }: FeedReader, move: Move): string =>
  `urn:uuid:${nameUuid(identity, ['move', move.subject_type, move.subject_id, move.workflow, move.version].join('/'))}`;

/**
 * The latest moves of public documents by date, newest first.
 * @param before only moves after the one of this number
 * @returns one more than a page where there are more
 */
export async function readStatusEntries(
  strapi: Core.Strapi,
  reader: FeedReader,
  before: number | undefined,
): Promise<{ entries: AtomEntry[]; next: number | null }> {
  const last = before === undefined ? undefined : await moveOfNumber(strapi, before);
  if (before !== undefined && !last) return { entries: [], next: null };
  const found = await readPublicMoves(strapi, reader.subject, last, ENTRIES + 1);
  const moves = found.slice(0, ENTRIES);
  const next = found.length > ENTRIES ? (moves.at(-1)?.id ?? null) : null;
  return { entries: await entriesOf(strapi, reader, moves), next };
}

/**
 * The latest moves of public documents by date, newest first.
 * @param subject id of the document they concern; null for all
 * @param last the move before the first one; undefined for the newest
 */
export async function readPublicMoves(
  strapi: Core.Strapi,
  subject: string | null,
  last: Move | undefined,
  limit: number,
): Promise<Move[]> {
  const found: Move[] = [];
  for (const document of feedsConfig(strapi).documents) {
    const { contentType } = document;
    const { tableName } = strapi.db.metadata.get(contentType);
    const shown = () =>
      movesOf(strapi, contentType)
        .whereExists((exists) =>
          exists
            .from({ e: tableName })
            .whereRaw('e.document_id = h.subject_id')
            .modify((query) => void wherePublished(strapi, contentType, query, 'e')),
        )
        .modify((query) => void whereConcerns(strapi, query, document, { column: 'h.subject_id', subject }));
    found.push(...(await readLatestMoves(shown, last, limit, MOVE_COLUMNS)));
  }
  return found.sort(latestHappenedFirst).slice(0, limit);
}

const moveOfNumber = (strapi: Core.Strapi, id: number): Promise<Move | undefined> =>
  strapi.db.connection
    .from({ h: strapi.db.metadata.get(STATUS_CHANGE).tableName })
    .where({ 'h.id': id })
    .first(MOVE_COLUMNS);

async function entriesOf(
  strapi: Core.Strapi,
  reader: FeedReader,
  moves: readonly Move[],
): Promise<AtomEntry[]> {
  const { languages } = workflowConfig(strapi);
  const byMove = new Map<Move, AtomEntry>();
  for (const document of feedsConfig(strapi).documents) {
    const own = moves.filter((move) => move.subject_type === document.contentType);
    const rows = await publicRowsOf(strapi, document, [...new Set(own.map((move) => move.subject_id))]);
    for (const move of own) {
      const row = rowFor(rows.get(move.subject_id) ?? [], reader.locale, languages);
      // Unpublished since the moves were read.
      if (row) byMove.set(move, entryOf(strapi, reader, move, document, row));
    }
  }
  return moves.flatMap((move) => byMove.get(move) ?? []);
}

/**
 * A move dated by a source keeps that date, not the one of its record. Noon is the same day in nearly every time
 * zone.
 */
const happenedAt = ({ as_of, at }: Move): string =>
  as_of === null ? new Date(at).toISOString() : `${as_of}T12:00:00.000Z`;

function entryOf(
  strapi: Core.Strapi,
  reader: FeedReader,
  move: Move,
  document: FeedDocument,
  row: Parameters<typeof shownDocument>[2],
): AtomEntry {
  const { locale } = reader;
  const shown = shownDocument(strapi, document, row, locale, reader);
  const { title, to, reason } = moveInWords(strapi, move, shown.title, locale);
  return {
    id: entryId(reader, move),
    title,
    updated: happenedAt(move),
    author: move.actor_label,
    alternate: { href: shown.href, type: shown.type },
    category: { term: `${move.workflow}/${move.to_state}`, label: to },
    content: reason === null ? title : `${title}\n${reason}`,
  };
}
