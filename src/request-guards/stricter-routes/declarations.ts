/** A route of Strapi's own, by the module that registers it and the path it is registered with. */
interface StricterRoute {
  readonly module: 'admin' | 'content-manager' | 'email' | 'i18n';
  readonly route: string;
  readonly policy: string | { readonly name: string; readonly config: Readonly<Record<string, unknown>> };
}

const needs = (action: string) => ({ name: 'admin::hasPermissions', config: { actions: [action] } });
const sound = (request: string) => ({ name: 'global::sound-request', config: { request } });

/**
 * What Strapi's own routes ask for too little. Checked by `tests/heavy/route-matrix.test.ts`, which asks every route
 * as every kind of caller.
 */
export const STRICTER_ROUTES: readonly StricterRoute[] = [
  // Any user of the panel could send any mail in the site's name, with files of the server attached to it.
  { module: 'email', route: 'admin POST /', policy: 'global::closed' },
  { module: 'email', route: 'content-api POST /', policy: 'global::closed' },
  // These change the panel for everybody; Strapi asks for a login only.
  {
    module: 'content-manager',
    route: 'admin PUT /components/:uid/configuration',
    policy: needs('plugin::content-manager.components.configure-layout'),
  },
  { module: 'i18n', route: 'admin PUT /settings', policy: needs('plugin::i18n.locale.update') },
  // A token with one permission could give its owner's account another address, and so a new password.
  ...[
    'PUT /users/me',
    'GET /users/me/sessions',
    'DELETE /users/me/sessions',
    'DELETE /users/me/sessions/:sessionId',
    'POST /logout',
  ].map((route) => ({ module: 'admin', route: `admin ${route}`, policy: 'global::login-only' }) as const),
  // For a content type with many documents they read, change and delete the first one.
  ...[
    'GET /single-types/:model',
    'PUT /single-types/:model',
    'DELETE /single-types/:model',
    'POST /single-types/:model/actions/publish',
    'POST /single-types/:model/actions/unpublish',
    'POST /single-types/:model/actions/discard',
    'GET /single-types/:model/actions/countDraftRelations',
  ].map(
    (route) => ({ module: 'content-manager', route: `admin ${route}`, policy: sound('singleType') }) as const,
  ),
  // Strapi answers these with a fault of the server where the request is at fault.
  { module: 'admin', route: 'admin POST /permissions/check', policy: sound('permissionsCheck') },
  { module: 'admin', route: 'admin PUT /homepage/layout', policy: sound('homepageLayout') },
  { module: 'admin', route: 'admin POST /webhooks/:id/trigger', policy: sound('webhookTrigger') },
  // Asks a licence server how long the trial of another edition lasts.
  { module: 'admin', route: 'admin GET /license-trial-time-left', policy: 'global::closed' },
];
