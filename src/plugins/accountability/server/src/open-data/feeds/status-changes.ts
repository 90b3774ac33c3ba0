import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { wherePublished } from '../../change-log/standing';
import { oneLine } from '../../markup/one-line';
import { stateView } from '../../workflow/history';
import { workflowConfig } from '../../workflow/registry';
import { STATUS_CHANGE } from '../../workflow/uids';
import type { WorkflowDeclaration } from '../../workflow/definition';
import type { AtomEntry } from './atom';
import type { FeedDocument } from './config';
import { publicRowsOf, rowFor, shownDocument } from './documents';
import { nameUuid } from './name-uuid';
import { feedsConfig } from './settings';
import { feedWord } from './words';

/** Entries of one page. */
export const ENTRIES = 100;

/** A row of the status history. */
export interface Move {
  readonly id: number;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly workflow: string;
  readonly transition: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly version: number;
  readonly actor_label: string | null;
  readonly reason: string | null;
  readonly at: number | string | Date;
}

export const MOVE_COLUMNS = [
  'h.id',
  'h.subject_type',
  'h.subject_id',
  'h.workflow',
  'h.transition',
  'h.from_state',
  'h.to_state',
  'h.version',
  'h.actor_label',
  'h.reason',
  'h.at',
];

/** Who reads the feed, and from where. */
export interface FeedReader {
  readonly locale: string;
  readonly identity: string;
  readonly site: string;
  readonly api: string;
}

/** Public workflows of the documents the feeds tell of. */
export const feedWorkflows = (strapi: Core.Strapi): WorkflowDeclaration[] => {
  const types = feedsConfig(strapi).documents.map(({ contentType }) => contentType);
  return workflowConfig(strapi).workflows.filter(
    (workflow) => workflow.public !== false && types.includes(workflow.contentType),
  );
};

/** Moves of a document type; what an upgrade renamed was nobody's decision. */
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

/** Id of a move's entry, for ever. */
export const entryId = ({ identity }: FeedReader, move: Move): string =>
  `urn:uuid:${nameUuid(identity, ['move', move.subject_type, move.subject_id, move.workflow, move.version].join('/'))}`;

/**
 * The latest moves of documents that are public now, newest first.
 * @param before only moves before the one of this number
 * @returns one more than a page where there are more
 */
export async function readStatusEntries(
  strapi: Core.Strapi,
  reader: FeedReader,
  before: number | undefined,
): Promise<{ entries: AtomEntry[]; next: number | null }> {
  const { documents } = feedsConfig(strapi);
  const found: Move[] = [];
  for (const { contentType } of documents) {
    const { tableName } = strapi.db.metadata.get(contentType);
    found.push(
      ...((await movesOf(strapi, contentType)
        .modify((query) => void (before !== undefined && query.where('h.id', '<', before)))
        .whereExists((exists) =>
          exists
            .from({ e: tableName })
            .whereRaw('e.document_id = h.subject_id')
            .modify((query) => void wherePublished(strapi, contentType, query, 'e')),
        )
        .orderBy('h.id', 'desc')
        .limit(ENTRIES + 1)
        .select(MOVE_COLUMNS)) as Move[]),
    );
  }
  found.sort((one, other) => other.id - one.id);
  const moves = found.slice(0, ENTRIES);
  const next = found.length > ENTRIES ? (moves.at(-1)?.id ?? null) : null;
  return { entries: await entriesOf(strapi, reader, moves), next };
}

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
      // Taken back since the moves were read.
      if (row) byMove.set(move, entryOf(strapi, reader, move, document, row));
    }
  }
  return moves.flatMap((move) => byMove.get(move) ?? []);
}

function entryOf(
  strapi: Core.Strapi,
  reader: FeedReader,
  move: Move,
  document: FeedDocument,
  row: Parameters<typeof shownDocument>[2],
): AtomEntry {
  const { locale } = reader;
  const { languages } = workflowConfig(strapi);
  const workflow = feedWorkflows(strapi).find(
    ({ contentType, name }) => contentType === move.subject_type && name === move.workflow,
  ) as WorkflowDeclaration;
  const shown = shownDocument(strapi, document, row, locale, reader);
  const labelOf = (code: string) => stateView(workflow, code, languages).labels[locale] ?? code;
  const transition = workflow.transitions.find(({ name }) => name === move.transition)?.labels[locale] ?? '';
  const values = {
    title: shown.title,
    from: labelOf(move.from_state ?? workflow.initial),
    to: labelOf(move.to_state),
    transition,
  };
  const key =
    move.transition === 'recorded' ? 'recorded' : move.from_state === move.to_state ? 'stayed' : 'changed';
  const title = feedWord(locale, key, values);
  return {
    id: entryId(reader, move),
    title,
    updated: new Date(move.at).toISOString(),
    author: move.actor_label,
    alternate: { href: shown.href, type: shown.type },
    category: { term: `${move.workflow}/${move.to_state}`, label: values.to },
    content: move.reason
      ? `${title}\n${feedWord(locale, 'reason', { reason: oneLine(move.reason) })}`
      : title,
  };
}
