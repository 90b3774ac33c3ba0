import type { Core } from '@strapi/strapi';
import { bootstrapChangeLog } from './change-log/register';
import { refreshStatistics } from './database/query-statistics';
import { useWriteAheadLog } from './database/write-ahead-log';
import { deleteLanguagesWhole } from './languages/delete-language';
import { warnOfMissingTexts } from './languages/missing-texts';
import { warnOfUndeclaredLanguages } from './languages/undeclared-languages';
import { bootstrapOpenData } from './export/register';
import { ensureSiteIdentity } from './feeds/site-identity';
import { bootstrapFollow } from './follow/register';
import { bootstrapOpenDataPanel } from './open-data-panel/register';
import { hideInQueries } from './import/write/hide-in-queries';
import { bootstrapImports } from './import/jobs/register';
import { bootstrapModeration } from './moderation/register';
import { bootstrapReleases } from './releases/register';
import { bootstrapReminders } from './reminders/register';
import { bootstrapSearch } from './search/register';
import { migrateStoredCodes } from './vocabularies/stored-codes';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  hideInQueries(strapi);
  await useWriteAheadLog(strapi);
  // PostgreSQL does by itself, and does not have to before each start answers.
  if (strapi.db.dialect.client === 'sqlite') await refreshStatistics(strapi);
  bootstrapOpenData(strapi);
  deleteLanguagesWhole(strapi);
  await bootstrapChangeLog(strapi);
  await migrateStoredCodes(strapi);
  await warnOfUndeclaredLanguages(strapi);
  warnOfMissingTexts(strapi);
  await ensureSiteIdentity(strapi);
  await bootstrapWorkflows(strapi);
  await bootstrapOpenDataPanel(strapi);
  await bootstrapModeration(strapi);
  await bootstrapReleases(strapi);
  await bootstrapImports(strapi);
  bootstrapReminders(strapi);
  bootstrapFollow(strapi);
  await bootstrapSearch(strapi);
};

export default bootstrap;
