import type { Core } from '@strapi/strapi';
import { CHANGE, TOMBSTONES } from '../change-log/content-types';
import type { AtomDeletion } from './atom';
import { feedsConfig } from './settings';
import { entryId, movesOf, type FeedReader } from './status-changes';
import { MOVE_COLUMNS, type Move } from './move';

/** Maximum deleted entries of a feed, of all document types. */
const DELETIONS = 100;

/** Deleted entries: of documents that are no longer public. Later moves are not included. */
export async function readDeletions(strapi: Core.Strapi, reader: FeedReader): Promise<AtomDeletion[]> {
  const deletions: (AtomDeletion & { change: number })[] = [];
  for (const { contentType } of feedsConfig(strapi).documents) {
    const gone = await latestTombstones(strapi, contentType);
    const moves = (await movesOf(strapi, contentType)
      .whereIn(
        'h.subject_id',
        gone.map((change) => change.subject_id),
      )
      .select(MOVE_COLUMNS)) as Move[];
    for (const { id: change, subject_id, at } of gone) {
      const when = new Date(at);
      for (const move of moves.filter((one) => one.subject_id === subject_id && new Date(one.at) <= when)) {
        deletions.push({ id: entryId(reader, move), when: when.toISOString(), change });
      }
    }
  }
  return deletions
    .sort((one, other) => other.change - one.change)
    .slice(0, DELETIONS)
    .map(({ id, when }) => ({ id, when }));
}

interface Tombstone {
  readonly id: number;
  readonly subject_id: string;
  readonly at: number | string | Date;
}

/** The latest tombstones of a type whose documents have not been published again. */
async function latestTombstones(strapi: Core.Strapi, contentType: string): Promise<Tombstone[]> {
  const knex = strapi.db.connection;
  const log = strapi.db.metadata.get(CHANGE).tableName;
  const found: Tombstone[] = [];
  // One kind at a time: an index has each in its order.
  for (const kind of TOMBSTONES) {
    const rows = (await knex
      .from({ c: log })
      .where({ 'c.subject_type': contentType, 'c.kind': kind })
      .whereNotExists(
        knex
          .from({ later: log })
          .where({ 'later.subject_type': contentType })
          .whereRaw('later.subject_id = c.subject_id AND later.id > c.id')
          .select(knex.raw('1')),
      )
      .orderBy('c.id', 'desc')
      .limit(DELETIONS)
      .select('c.id', 'c.subject_id', 'c.at')) as Tombstone[];
    found.push(...rows);
  }
  return found;
}
