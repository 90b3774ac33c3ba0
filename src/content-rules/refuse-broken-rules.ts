import type { Core, UID } from '@strapi/strapi';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import type { ContentRules } from './declarations';
import { issuesError } from './issue';
import type { WrittenEntry } from './rule';

/**
 * Checks the rules of a content type against written rows, inside the transaction of the write.
 * @param publishedSlug the slug under which the document was published before the write, if it was
 * @throws ValidationError (400) with one entry per violated rule
 */
export async function refuseBrokenRules(
  strapi: Core.Strapi,
  uid: string,
  { entryRules, rules }: ContentRules,
  rowIds: number[],
  publishedSlug: string | null,
): Promise<void> {
  const attributes = strapi.contentType(uid as UID.ContentType).attributes;
  const components = Object.keys(attributes).filter((name) => attributes[name]?.type === 'component');
  const populate: Record<string, unknown> = Object.fromEntries(components.map((name) => [name, true]));
  if ('actionPlan' in attributes) populate.actionPlan = { select: ['id', 'documentId', 'title'] };
  if ('commitment' in attributes) {
    populate.commitment = {
      select: ['id', 'documentId', 'code', 'title'],
      populate: { actionPlan: { select: ['id', 'documentId'] } },
    };
  }
  const entries: WrittenEntry[] = await strapi.db
    .query(uid as UID.ContentType)
    .findMany({ where: { id: { $in: rowIds } }, populate });
  for (const entry of entries) {
    const issues = [];
    for (const rule of [...entryRules, ...rules])
      issues.push(...(await rule({ strapi, uid, entry, publishedSlug })));
    if (issues.length > 0) throw issuesError(issues, requestLanguage(strapi));
  }
}
