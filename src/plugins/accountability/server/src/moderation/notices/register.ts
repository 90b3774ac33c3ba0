import type { Core } from '@strapi/strapi';

const EVERY_MINUTE = '* * * * *';

/** Schedules the mails. Every instance runs the task; claims ensure that each mail is sent once. */
export function bootstrapNotices(strapi: Core.Strapi): void {
  let isRunning = false;
  const run = async () => {
    // A mail server that hangs blocks one run, not one more each minute.
    if (isRunning) return;
    isRunning = true;
    try {
      await strapi.plugin('accountability').service('moderation').notify();
    } catch (error) {
      strapi.log.error(error);
    } finally {
      isRunning = false;
    }
  };
  strapi.cron.add({ 'accountability-comment-notices': { task: run, options: { rule: EVERY_MINUTE } } });
}
