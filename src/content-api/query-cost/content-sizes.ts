import type { Core, UID } from '@strapi/strapi';

import { type JoinTable, metadataLookup } from 'strapi-plugin-accountability/server';
import type { FanOut, Sizes } from './sizes';

/** Content grows slowly; cached sizes may be this old. */
const FRESH_MS = 10 * 60_000;

const ONE: FanOut = { average: 1, most: 1 };

/** Number of rows of a join table per row. */
async function fanOutOf(strapi: Core.Strapi, table: JoinTable, rows: number): Promise<FanOut> {
  const { connection } = strapi.db;
  const perRow = connection(table.name)
    .count('* as links')
    .where({ ...table.on })
    .groupBy(table.joinColumn.name)
    .as('per_row');
  const [found]: { links: string | null; most: string | null }[] = await connection
    .from(perRow)
    .sum('links as links')
    .max('links as most');
  return { average: Number(found?.links ?? 0) / Math.max(rows, 1), most: Number(found?.most ?? 0) };
}

/** Counts the documents of this application's content types, and the rows of their relations. */
async function readSizes(strapi: Core.Strapi): Promise<Sizes> {
  const lookup = metadataLookup(strapi);
  const counts = new Map<string, number>();
  const fanOuts = new Map<string, FanOut>();
  for (const uid of Object.keys(strapi.contentTypes).filter((name) => name.startsWith('api::'))) {
    const { tableName, attributes } = lookup(uid);
    const [row]: { rows: string; documents: string }[] = await strapi.db
      .connection(tableName)
      .count('* as rows')
      .countDistinct('document_id as documents');
    counts.set(uid, Number(row?.documents ?? 0));
    for (const [name, { joinTable }] of Object.entries(attributes)) {
      if (!joinTable || !Object.hasOwn(strapi.contentType(uid as UID.ContentType).attributes, name)) continue;
      fanOuts.set(`${uid} ${name}`, await fanOutOf(strapi, joinTable, Number(row?.rows ?? 0)));
    }
  }
  return {
    count: (uid) => counts.get(uid) ?? 0,
    fanOut: (uid, name) => fanOuts.get(`${uid} ${name}`) ?? ONE,
  };
}

const known = new WeakMap<Core.Strapi, { read: Promise<Sizes>; at: number }>();

/**
 * Content sizes, counted at the first call and again in the background when they are some minutes old.
 * @throws database errors; the next call tries again
 */
export function contentSizes(strapi: Core.Strapi): Promise<Sizes> {
  const former = known.get(strapi);
  if (former && Date.now() - former.at < FRESH_MS) return former.read;
  const read = readSizes(strapi);
  known.set(strapi, { read, at: Date.now() });
  read.catch(() => known.delete(strapi));
  // The former sizes are used until the new ones are available.
  return former ? former.read : read;
}
