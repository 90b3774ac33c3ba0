import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import { publicConditions } from '../../change-log/public-types';

/** Condition on rows of a content type, for `strapi.db.query`: public ones. */
export const publicWhere = (strapi: Core.Strapi, contentType: string): Record<string, unknown> => ({
  ...publishedRows(strapi, contentType),
  ...Object.fromEntries(
    Object.entries(publicConditions(strapi, contentType)).map(([attribute, values]) => [
      attribute,
      { $in: [...values] },
    ]),
  ),
});
