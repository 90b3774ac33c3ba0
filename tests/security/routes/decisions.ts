import { byRoute } from './decide';
import { OUR_API_ROUTES, OUR_PANEL_ROUTES } from './our-decisions';
import { STRAPI_API_ROUTES, STRAPI_PANEL_ROUTES } from './strapi-decisions';

/** Who may use each registered route. */
export const DECISIONS = byRoute(OUR_PANEL_ROUTES, OUR_API_ROUTES, STRAPI_PANEL_ROUTES, STRAPI_API_ROUTES);
