import type { Core } from '@strapi/strapi';
import { openDataRoutes } from './open-data/routes';
import { warningAdminRoutes } from './warnings/routes';
import { workflowAdminRoutes, workflowRoutes } from './workflow/routes';

export default {
  'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'content-api',
    prefix: '',
    routes: [...openDataRoutes, ...workflowRoutes(strapi)],
  }),
  admin: { type: 'admin', routes: [...workflowAdminRoutes, ...warningAdminRoutes] },
};
