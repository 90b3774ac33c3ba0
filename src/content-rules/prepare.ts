import type { Core, UID } from '@strapi/strapi';

import { type Timeframe, normaliseTimeframe } from 'strapi-plugin-accountability/server';
import { freeSlug, slugOf } from './slug';

export type WriteData = Record<string, unknown>;

/**
 * Normalises data of a write: dates to the first day of their period, and a slug for a document without one.
 * Everything else is unchanged.
 */
export async function prepareData(
  strapi: Core.Strapi,
  uid: string,
  data: WriteData,
  { documentId, slugFrom }: { documentId?: string; slugFrom?: string },
): Promise<WriteData> {
  const prepared = { ...data };
  if (prepared.timeframe) prepared.timeframe = normaliseTimeframe(prepared.timeframe as Timeframe);
  if (!slugFrom || prepared.slug) return prepared;

  const query = strapi.db.query(uid as UID.ContentType);
  const existing = documentId
    ? await query.findOne({ select: ['slug'], where: { documentId, slug: { $notNull: true } } })
    : null;
  // An emptied field keeps the slug: existing links may contain it.
  if (existing) return 'slug' in prepared ? { ...prepared, slug: existing.slug } : prepared;

  const name = prepared[slugFrom];
  if (typeof name !== 'string') return prepared;
  const slug = slugOf(name) || uid.slice(uid.indexOf('.') + 1);
  return { ...prepared, slug: await uniqueSlug(strapi, uid, slug) };
}

/** The slug, with a number where another document of the type has it. */
async function uniqueSlug(strapi: Core.Strapi, uid: string, slug: string): Promise<string> {
  const rows: { slug: string }[] = await strapi.db
    .query(uid as UID.ContentType)
    .findMany({ select: ['slug'], where: { slug: { $startsWith: slug } } });
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}

/** Attributes a clone may not share with its original: its slug gets a number, its code is removed. */
export async function prepareClone(
  strapi: Core.Strapi,
  uid: string,
  data: WriteData,
  documentId: string,
): Promise<WriteData> {
  const attributes = strapi.contentType(uid as UID.ContentType).attributes;
  const fields = ['slug', 'code'].filter((name) => name in attributes);
  if (fields.length === 0) return data;
  const original = await strapi.db
    .query(uid as UID.ContentType)
    .findOne({ select: fields, where: { documentId } });
  const prepared = { ...data };
  if (original?.slug && (prepared.slug ?? original.slug) === original.slug) {
    prepared.slug = await uniqueSlug(strapi, uid, original.slug);
  }
  if ('code' in attributes && (prepared.code ?? original?.code) === original?.code) prepared.code = null;
  return prepared;
}
