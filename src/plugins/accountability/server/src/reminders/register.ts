import type { Core } from '@strapi/strapi';
import { parseTimeZone } from '../dates/site-day';
import { parseRemindersConfig } from './config';

const HOURLY = '15 * * * *';

/** Schedules the digests. Every instance runs the task; deliveries ensure that each is sent once. */
export function bootstrapReminders(strapi: Core.Strapi): void {
  const { cron } = parseRemindersConfig(strapi.config.get('plugin::accountability'));
  if (!cron) return;
  const tz = parseTimeZone(strapi.config.get('plugin::accountability'));
  const run = async (onlyUnsent: boolean) => {
    try {
      await strapi.plugin('accountability').service('reminders').run({ onlyUnsent });
    } catch (error) {
      strapi.log.error(error);
    }
  };
  strapi.cron.add({
    'accountability-reminders': { task: () => run(false), options: { rule: cron, tz } },
    // A failed mail is retried before the next digest.
    'accountability-reminders-again': { task: () => run(true), options: { rule: HOURLY } },
  });
}
