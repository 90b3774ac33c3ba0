import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import { siteDay } from '../dates/site-day';
import { RELEASE } from '../releases/content-types';

/**
 * Reads what all public answers are made of, beside settings: the end of the log of changes, the releases, the day.
 * As long as the text it resolves to is the same, so is what the public can see. One look at two indexes.
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
