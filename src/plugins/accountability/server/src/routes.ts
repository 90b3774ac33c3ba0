import { openDataRoutes } from './open-data/routes';
import { workflowAdminRoutes, workflowRoutes } from './workflow/routes';

export default {
  'content-api': { type: 'content-api', prefix: '', routes: [...openDataRoutes, ...workflowRoutes] },
  admin: { type: 'admin', routes: workflowAdminRoutes },
};
