import type { Core } from '@strapi/strapi';
import { bootstrapWorkflows } from './workflow/register';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await bootstrapWorkflows(strapi);
};

export default bootstrap;
