import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { VersionStatus } from '../locale-sync/align';

/** Restricts to draft or published rows; a type without drafts has one kind only. */
export function whereVersion(
  strapi: Core.Strapi,
  uid: string,
  query: Knex.QueryBuilder,
  alias: string,
  version: VersionStatus,
): void {
  if (!strapi.contentType(uid as UID.ContentType).options?.draftAndPublish) return;
  if (version === 'draft') void query.whereNull(`${alias}.published_at`);
  else void query.whereNotNull(`${alias}.published_at`);
}
