import type { Core } from '@strapi/strapi';
import { bootstrapChangeLog } from './change-log/register';
import { useWriteAheadLog } from './database/write-ahead-log';
import { deleteLanguagesWhole } from './languages/delete-language';
import { tellMissingTexts } from './languages/missing-texts';
import { warnOfUndeclaredLanguages } from './languages/undeclared-languages';
import { bootstrapOpenData } from './export/register';
import { ensureSiteIdentity } from './feeds/site-identity';
import { bootstrapOpenDataPanel } from './open-data-panel/register';
import { bootstrapImports } from './import/jobs/register';
import { bootstrapModeration } from './moderation/register';
import { bootstrapReleases } from './releases/register';
import { bootstrapReminders } from './reminders/register';
import { followVocabularies } from './vocabularies/stored-codes';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await useWriteAheadLog(strapi);
  bootstrapOpenData(strapi);
  deleteLanguagesWhole(strapi);
  await bootstrapChangeLog(strapi);
  await followVocabularies(strapi);
  await warnOfUndeclaredLanguages(strapi);
  tellMissingTexts(strapi);
  await ensureSiteIdentity(strapi);
  await bootstrapWorkflows(strapi);
  await bootstrapOpenDataPanel(strapi);
  await bootstrapModeration(strapi);
  await bootstrapReleases(strapi);
  await bootstrapImports(strapi);
  bootstrapReminders(strapi);
};

export default bootstrap;
