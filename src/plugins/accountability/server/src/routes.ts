import type { Core } from '@strapi/strapi';
import { queueRoutes } from './moderation/queue/routes';
import { moderationRoutes } from './moderation/routes';
import { followAdminRoutes } from './follow/routes';
import { feedRoutes } from './feeds/routes';
import { importAdminRoutes, importRoutes } from './import/jobs/routes';
import { savedMappingRoutes } from './import/saved/routes';
import { languageAdminRoutes } from './languages/routes';
import { openDataPanelRoutes } from './open-data-panel/routes';
import { releaseAdminRoutes, releaseRoutes } from './releases/routes';
import { searchRoutes } from './search/routes';
import { openDataRoutes } from './export/routes';
import { warningAdminRoutes } from './warnings/routes';
import { summaryRoutes } from './summary/routes';
import { workflowAdminRoutes, workflowRoutes } from './workflow/routes';

export default {
  'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'content-api',
    prefix: '',
    routes: [
      ...feedRoutes,
      ...summaryRoutes,
      ...releaseRoutes,
      ...openDataRoutes,
      ...workflowRoutes(strapi),
      ...importRoutes(strapi),
      ...moderationRoutes(strapi),
      ...searchRoutes(strapi),
    ],
  }),
  admin: ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'admin',
    routes: [
      ...languageAdminRoutes,
      ...workflowAdminRoutes,
      ...warningAdminRoutes,
      ...followAdminRoutes,
      ...releaseAdminRoutes,
      ...openDataPanelRoutes,
      ...queueRoutes(strapi),
      ...importAdminRoutes,
      ...savedMappingRoutes,
    ],
  }),
};
