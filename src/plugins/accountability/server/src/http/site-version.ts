import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import { siteDay } from '../dates/site-day';
import { RELEASE } from '../releases/content-types';

/** The version of all public content beside settings. */
export interface SiteVersion {
  /** As long as it is the same, so is everything public. */
  readonly text: string;
  /** The end of the change log; 0 for an empty one. */
  readonly lastChange: number;
  /** The site's day, on which it depends what is overdue. */
  readonly day: string;
}

/**
 * Reads the version of all public content: the end of the change log, the releases, the day. Two index lookups.
 */
export const siteVersion = (strapi: Core.Strapi): (() => Promise<SiteVersion>) => {
  const knex = strapi.db.connection;
  const { tableName: changes } = strapi.db.metadata.get(CHANGE);
  const { tableName: releases } = strapi.db.metadata.get(RELEASE);
  return async () => {
    const row = (await knex
      .queryBuilder()
      .select({
        change: knex(changes).max('id'),
        release: knex(releases).max('id'),
        releases: knex(releases).count('*'),
      })
      .first()) as Record<string, unknown>;
    const day = siteDay(strapi);
    return { text: [...Object.values(row), day].join(), lastChange: Number(row.change ?? 0), day };
  };
};
