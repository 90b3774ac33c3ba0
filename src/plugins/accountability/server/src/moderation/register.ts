import type { Core } from '@strapi/strapi';
import { bootstrapNotices } from './notices/register';
import { commentWriteGuard, guardCommentForms } from './authorship/write-guard';
import { QUEUE_ACTIONS } from './queue/permissions';
import { closeCoreRoutes } from './close-core-routes';
import { ensureRatesTable } from './rates';
import { checkDeclaredComments, declaredComments } from './registry';
import { fillThreadKeys, threadKeysMiddleware } from './thread-keys';

const HOURLY = '25 * * * *';

/** @throws Error that lists every problem; it stops the start */
export function registerModeration(strapi: Core.Strapi): void {
  checkDeclaredComments(strapi);
  closeCoreRoutes(strapi);
  guardCommentForms(strapi);
  strapi.documents.use(commentWriteGuard(strapi));
  strapi.documents.use(threadKeysMiddleware(strapi));
}

/**
 * Registers the queue's permissions, creates the table of rate limits, fills in columns of older comments, and
 * schedules the retention.
 */
export async function bootstrapModeration(strapi: Core.Strapi): Promise<void> {
  if (!declaredComments(strapi)) return;
  await strapi.service('admin::permission').actionProvider.registerMany(QUEUE_ACTIONS);
  await ensureRatesTable(strapi);
  await fillThreadKeys(strapi);
  const forget = async () => {
    try {
      await strapi.plugin('accountability').service('moderation').forget();
    } catch (error) {
      strapi.log.error(error);
    }
  };
  bootstrapNotices(strapi);
  strapi.cron.add({ 'accountability-moderation-forget': { task: forget, options: { rule: HOURLY } } });
}
