import type { Core } from '@strapi/strapi';
import { registerChangeLog } from './change-log/register';
import { registerFeeds } from './open-data/feeds/register';
import { registerOpenData } from './open-data/register';
import { registerWarnings } from './warnings/registry';
import { registerSummary } from './open-data/summary/register';
import { registerWorkflows } from './workflow/register';

const register = ({ strapi }: { strapi: Core.Strapi }) => {
  registerOpenData(strapi);
  registerFeeds(strapi);
  registerSummary(strapi);
  registerChangeLog(strapi);
  registerWorkflows(strapi);
  registerWarnings(strapi);
};

export default register;
