import { withPermission } from '../jobs/routes';
import { RUN_IMPORTS, SAVE_MAPPINGS } from '../permissions';

const SAVED = '/import-mappings/saved';

/** Routes of the panel for proposed and saved mappings, below `/accountability`. */
export const savedMappingRoutes = [
  ['GET', '/import-files/:id/proposal', 'propose', RUN_IMPORTS],
  ['GET', SAVED, 'list', RUN_IMPORTS],
  ['GET', `${SAVED}/:id`, 'find', RUN_IMPORTS],
  ['POST', SAVED, 'create', SAVE_MAPPINGS],
  ['PUT', `${SAVED}/:id`, 'update', SAVE_MAPPINGS],
  ['DELETE', `${SAVED}/:id`, 'remove', SAVE_MAPPINGS],
].map(([method, path, handler, permission]) => ({
  method,
  path,
  handler: `saved-import-mappings.${handler}`,
  config: withPermission(permission as string),
}));
