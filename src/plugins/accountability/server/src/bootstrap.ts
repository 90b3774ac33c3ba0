import type { Core } from '@strapi/strapi';
import { bootstrapReminders } from './reminders/register';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await bootstrapWorkflows(strapi);
  bootstrapReminders(strapi);
};

export default bootstrap;
