import type { Core } from '@strapi/strapi';
import { bootstrapChangeLog } from './change-log/register';
import { deleteLanguagesWhole } from './language/delete-language';
import { tellUnspokenLanguages } from './language/examine-languages';
import { bootstrapOpenData } from './open-data/register';
import { ensureSiteIdentity } from './open-data/feeds/site-identity';
import { bootstrapOpenDataPanel } from './open-data/panel/register';
import { bootstrapModeration } from './moderation/register';
import { bootstrapReleases } from './open-data/releases/register';
import { bootstrapReminders } from './reminders/register';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  bootstrapOpenData(strapi);
  deleteLanguagesWhole(strapi);
  await bootstrapChangeLog(strapi);
  await tellUnspokenLanguages(strapi);
  await ensureSiteIdentity(strapi);
  await bootstrapWorkflows(strapi);
  await bootstrapOpenDataPanel(strapi);
  await bootstrapModeration(strapi);
  await bootstrapReleases(strapi);
  bootstrapReminders(strapi);
};

export default bootstrap;
