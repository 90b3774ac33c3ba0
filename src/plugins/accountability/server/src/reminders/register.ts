import type { Core } from '@strapi/strapi';
import { parseRemindersConfig } from './config';

/** Schedules the digests. Every instance runs the task; the deliveries see to it that each goes out once. */
export function bootstrapReminders(strapi: Core.Strapi): void {
  const { cron } = parseRemindersConfig(strapi.config.get('plugin::accountability'));
  if (!cron) return;
  strapi.cron.add({
    'accountability-reminders': {
      task: async () => {
        await strapi.plugin('accountability').service('reminders').run();
      },
      options: { rule: cron },
    },
  });
}
