import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import { siteDay } from '../dates/site-day';
import { RELEASE } from '../releases/content-types';

/**
 * The version of all public content beside settings: the end of the change log, the releases, the day. As long as
 * the resolved text is the same, so is everything public. Two index lookups.
 */
export const siteVersion = (strapi: Core.Strapi): (() => Promise<string>) => {
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
    return [...Object.values(row), siteDay(strapi)].join();
  };
};
