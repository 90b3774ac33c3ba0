/** A route of Strapi's own, by the module that registers it and its registered path. */
interface StricterRoute {
  readonly module: 'admin' | 'content-manager' | 'email' | 'i18n';
  readonly route: string;
  readonly policy: string | { readonly name: string; readonly config: Readonly<Record<string, unknown>> };
}

const needs = (action: string) => ({ name: 'admin::hasPermissions', config: { actions: [action] } });
const validated = (request: string) => ({ name: 'global::valid-request', config: { request } });

/**
 * Strapi's own routes with missing checks. Verified by `tests/heavy/route-matrix.test.ts`, which requests every
 * route as every kind of caller.
 */
export const STRICTER_ROUTES: readonly StricterRoute[] = [
  // Any user of the panel could send any mail in the site's name, with files of the server attached.
  { module: 'email', route: 'admin POST /', policy: 'global::closed' },
  { module: 'email', route: 'content-api POST /', policy: 'global::closed' },
  // These change the panel for everybody; Strapi requires only a login.
  {
    module: 'content-manager',
    route: 'admin PUT /components/:uid/configuration',
    policy: needs('plugin::content-manager.components.configure-layout'),
  },
  { module: 'i18n', route: 'admin PUT /settings', policy: needs('plugin::i18n.locale.update') },
  // A token with one permission could change its owner's e-mail address, and then reset the password.
  ...[
    'PUT /users/me',
    'GET /users/me/sessions',
    'DELETE /users/me/sessions',
    'DELETE /users/me/sessions/:sessionId',
    'POST /logout',
  ].map((route) => ({ module: 'admin', route: `admin ${route}`, policy: 'global::login-only' }) as const),
  // For a collection type these read, change and delete the first document.
  ...[
    'GET /single-types/:model',
    'PUT /single-types/:model',
    'DELETE /single-types/:model',
    'POST /single-types/:model/actions/publish',
    'POST /single-types/:model/actions/unpublish',
    'POST /single-types/:model/actions/discard',
    'GET /single-types/:model/actions/countDraftRelations',
  ].map(
    (route) =>
      ({ module: 'content-manager', route: `admin ${route}`, policy: validated('singleType') }) as const,
  ),
  // Strapi answers invalid requests to these with a server error.
  { module: 'admin', route: 'admin POST /permissions/check', policy: validated('permissionsCheck') },
  { module: 'admin', route: 'admin PUT /homepage/layout', policy: validated('homepageLayout') },
  { module: 'admin', route: 'admin POST /webhooks/:id/trigger', policy: validated('webhookTrigger') },
  // Requests the trial period of another edition from a licence server.
  { module: 'admin', route: 'admin GET /license-trial-time-left', policy: 'global::closed' },
];
