import type { Core } from '@strapi/strapi';
import { destroyOpenData } from './export/register';
import { destroySearch } from './search/register';
import { uploadsOf } from './import/jobs/uploads';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await destroySearch(strapi);
  await uploadsOf(strapi).removeAll();
  await destroyOpenData(strapi);
};

export default destroy;
