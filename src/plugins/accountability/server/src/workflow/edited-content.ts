import type { Core } from '@strapi/strapi';
import { ownedAttributes, uidOf, workflowConfig, workflowsOf } from './registry';

const SYSTEM_RELATIONS = new Set(['createdBy', 'updatedBy', 'localizations']);
const BOOKKEEPING = new Set(['id', 'createdAt', 'updatedAt', 'publishedAt', 'firstPublishedAt']);

/**
 * The content of a document's draft in all languages, which an approval covers. Components by value, relations by
 * document id; without attributes that change automatically or by moves.
 */
export async function editedContent(strapi: Core.Strapi, uid: string, documentId: string): Promise<unknown> {
  const owned = ownedAttributes(workflowsOf(workflowConfig(strapi), uid));
  const rows: Record<string, unknown>[] = await strapi.db.query(uidOf(uid)).findMany({
    where: { documentId, publishedAt: { $null: true } },
    orderBy: { locale: 'asc' },
    populate: everything(strapi, uid),
  });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !BOOKKEEPING.has(name) && !owned.has(name))
        .map(([name, value]) => [name, withoutIds(value)]),
    ),
  );
}

/** Populates components completely, and relations with document ids only. */
function everything(strapi: Core.Strapi, uid: string): Record<string, unknown> {
  const populate: Record<string, unknown> = {};
  const { attributes } = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]);
  for (const [name, attribute] of Object.entries(attributes)) {
    if (SYSTEM_RELATIONS.has(name)) continue;
    if (attribute.type === 'relation') populate[name] = { select: ['id', 'documentId'] };
    if (attribute.type === 'media') populate[name] = { select: ['id', 'documentId'] };
    if (attribute.type === 'component')
      populate[name] = { populate: everything(strapi, attribute.component) };
  }
  return populate;
}

/** Row ids change at every save of a component and every publication; document ids do not. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if ('documentId' in value) return value.documentId;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([name, inner]) => [name, withoutIds(inner)]),
  );
}
