import type { Core } from '@strapi/strapi';
import { bootstrapChangeLog } from './change-log/register';
import { ensureSiteIdentity } from './open-data/feeds/site-identity';
import { bootstrapReminders } from './reminders/register';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await bootstrapChangeLog(strapi);
  await ensureSiteIdentity(strapi);
  await bootstrapWorkflows(strapi);
  bootstrapReminders(strapi);
};

export default bootstrap;
