import type { Core } from '@strapi/strapi';
import { parseReleasesConfig } from './config';
import { RELEASE_ACTIONS } from './permissions';

/** Registers the permissions, and schedules releases where configured. */
export async function bootstrapReleases(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(RELEASE_ACTIONS);
  const { cron } = parseReleasesConfig(strapi.config.get('plugin::accountability'));
  if (!cron) return;
  const task = async () => {
    try {
      // Every instance runs the task: one makes the release, the others find it running or finished.
      const result = await strapi.plugin('accountability').service('releases').make();
      if (result.outcome === 'made') {
        strapi.log.info(`Open data: release ${result.release.version} is made`);
      }
    } catch (error) {
      strapi.log.error(error);
    }
  };
  strapi.cron.add({ 'accountability-releases': { task, options: { rule: cron } } });
}
