import type { Knex } from 'knex';
import type { Move } from './move';

const DAY = 24 * 60 * 60 * 1000;

/** Cursor of a page: the day of the move (in UTC), and the number of its record. */
interface Place {
  readonly day: string;
  readonly id: number;
  readonly isAsOf: boolean;
}

const placeOf = (move: Pick<Move, 'id' | 'as_of' | 'at'>): Place => ({
  day: move.as_of ?? new Date(move.at).toISOString().slice(0, 10),
  id: move.id,
  isAsOf: move.as_of !== null,
});

/** By date of the move, latest first; within one day by the order of the records. */
export function latestHappenedFirst(one: Move, other: Move): number {
  const [first, second] = [placeOf(one), placeOf(other)];
  return first.day === second.day ? second.id - first.id : first.day < second.day ? 1 : -1;
}

/** Moves made through the application; their numbers rise with their times. */
function afterMade(query: Knex.QueryBuilder, { day, id, isAsOf }: Place): Knex.QueryBuilder {
  if (!isAsOf) return query.where('h.id', '<', id);
  const start = new Date(`${day}T00:00:00Z`);
  const end = new Date(start.getTime() + DAY);
  return query.where((where) =>
    where
      .where('h.at', '<', start)
      .orWhere((sameDay) => sameDay.where('h.at', '<', end).where('h.id', '<', id)),
  );
}

const afterAsOf = (query: Knex.QueryBuilder, { day, id }: Place): Knex.QueryBuilder =>
  query.where((where) =>
    where
      .where('h.as_of', '<', day)
      .orWhere((sameDay) => sameDay.where({ 'h.as_of': day }).where('h.id', '<', id)),
  );

/**
 * The moves of a query by date, latest first: a move dated by a source is sorted by that date, however late it was
 * recorded. Each kind is read in the order of its own index.
 * @param movesOf a new query for each of the two
 * @param last cursor of the previous page
 */
export async function readLatestMoves(
  movesOf: () => Knex.QueryBuilder,
  last: Move | undefined,
  limit: number,
  columns: readonly string[],
): Promise<Move[]> {
  const place = last && placeOf(last);
  const made = movesOf().whereNull('h.as_of').orderBy('h.id', 'desc');
  const dated = movesOf()
    .whereNotNull('h.as_of')
    .orderBy([
      { column: 'h.as_of', order: 'desc' },
      { column: 'h.id', order: 'desc' },
    ]);
  const pages = [place ? afterMade(made, place) : made, place ? afterAsOf(dated, place) : dated];
  const found: Move[] = [];
  for (const page of pages) found.push(...((await page.limit(limit).select([...columns])) as Move[]));
  return found.sort(latestHappenedFirst).slice(0, limit);
}
