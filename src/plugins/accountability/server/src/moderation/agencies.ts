import type { Core } from '@strapi/strapi';
import { publishedRows } from '../change-log/public-rows';
import { uidOf } from '../workflow/registry';
import { titleOf } from '../workflow/titles';
import { agencySettings, comments } from './registry';

/** Agency of an official answer. */
export interface Agency {
  readonly documentId: string;
  readonly name: string;
}

/**
 * The published agencies of some comments, by the comments' row ids.
 * @param language the name is in it where available
 */
export async function agenciesOf(
  strapi: Core.Strapi,
  ids: readonly number[],
  language: string,
): Promise<ReadonlyMap<number, Agency>> {
  const { contentType, agency } = comments(strapi);
  if (!agency || ids.length === 0) return new Map();
  const rows: Record<string, unknown>[] = await strapi.db.query(uidOf(contentType)).findMany({
    select: ['id'],
    where: { id: { $in: [...ids] } },
    populate: { [agency.relation]: { select: ['documentId'] } },
  });
  const linked = rows.flatMap((row) => {
    const target = row[agency.relation] as { documentId: string } | null;
    return target ? [[row.id as number, target.documentId] as const] : [];
  });
  const names = await agencyNames(strapi, [...new Set(linked.map(([, documentId]) => documentId))], language);
  return new Map(
    linked.flatMap(([id, documentId]) => {
      const name = names.get(documentId);
      return name === undefined ? [] : [[id, { documentId, name }] as const];
    }),
  );
}

/** Names of published agencies, by documentId; in the language where available. */
export async function agencyNames(
  strapi: Core.Strapi,
  documentIds: readonly string[],
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const agency = agencySettings(strapi);
  if (!agency || documentIds.length === 0) return new Map();
  const target = uidOf(agency.contentType);
  const rows: Record<string, unknown>[] = await strapi.db.query(target).findMany({
    select: ['documentId', 'locale', agency.name],
    where: {
      documentId: { $in: [...documentIds] },
      ...publishedRows(strapi, target),
    },
  });
  // The requested language comes last and overrides.
  rows.sort((a, b) => Number(a.locale === language) - Number(b.locale === language));
  return new Map(rows.map((row) => [String(row.documentId), titleOf(row[agency.name]) ?? '']));
}
