import { openDataRoutes } from './open-data/routes';

export default {
  'content-api': { type: 'content-api', prefix: '', routes: [...openDataRoutes] },
};
