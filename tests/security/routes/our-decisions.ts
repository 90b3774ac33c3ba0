/**
 * Who may use routes. `anyone`: every caller. `panel`: every login and admin token of the panel. `login`: a login of the
 * panel, no token. `refresh cookie`, `transfer token`: who has one. `account`: an account
 * of the content API. `closed`: nobody. Anything else is the action of a
 * permission, or several with plus signs: whoever holds them, in the panel on the content type named behind it or in the
 * address.
 */
export type Decisions = Readonly<Record<string, readonly string[]>>;

/** Routes of the plugin and the application for the panel. */
export const OUR_PANEL_ROUTES: Decisions = {
  panel: [
    'GET /accountability/languages',
    'GET /accountability/workflows',
    'GET /accountability/workflow-overview',
    'GET /accountability/open-data/selections',
  ],
  'plugin::content-manager.explorer.read': [
    'GET /parent-links/:contentType/:documentId',
    'GET /accountability/documents/:contentType/:documentId/workflows',
    'GET /accountability/documents/:contentType/:documentId/warnings',
    'GET /accountability/documents/:contentType/:documentId/followers',
  ],
  'plugin::content-manager.explorer.update api::milestone.milestone + plugin::content-manager.explorer.publish api::milestone.milestone + plugin::content-manager.explorer.read api::commitment.commitment':
    ['POST /parent-links/moves'],
  'plugin::accountability.workflow-milestone-implementation.start': ['POST /accountability/transitions'],
  'plugin::accountability.releases.read': ['GET /accountability/open-data/releases'],
  'plugin::accountability.releases.create': ['POST /accountability/open-data/releases'],
  'plugin::accountability.imports.read': [
    'GET /accountability/imports',
    'GET /accountability/imports/:id',
    'GET /accountability/imports/:id/report',
  ],
  'plugin::accountability.imports.create': [
    'GET /accountability/import-mappings',
    'POST /accountability/import-files',
    'GET /accountability/import-files/:id',
    'GET /accountability/import-files/:id/proposal',
    'GET /accountability/import-mappings/saved',
    'GET /accountability/import-mappings/saved/:id',
    'POST /accountability/imports',
  ],
  'plugin::accountability.imports.mappings': [
    'POST /accountability/import-mappings/saved',
    'PUT /accountability/import-mappings/saved/:id',
    'DELETE /accountability/import-mappings/saved/:id',
  ],
  'plugin::accountability.imports.undo': ['POST /accountability/imports/:id/undo'],
  'plugin::accountability.open-data.read': [
    'GET /accountability/open-data/datasets',
    'GET /accountability/open-data/findings',
  ],
  'plugin::accountability.moderation.queue': [
    'GET /accountability/moderation/setup',
    'GET /accountability/moderation/counts',
    'GET /accountability/moderation/comments',
    'GET /accountability/moderation/subjects',
    'GET /accountability/moderation/comments/:documentId',
    'POST /accountability/moderation/comments/:documentId/settled-reports',
  ],
  'plugin::accountability.moderation.answer': [
    'GET /accountability/moderation/agencies',
    'GET /accountability/moderation/comments/:documentId/lead-agency',
    'POST /accountability/moderation/comments/:documentId/answers',
  ],
  'plugin::accountability.moderation.erase-author': [
    'POST /accountability/moderation/comments/:documentId/erased-author',
  ],
};

/** Routes of the plugin and the application in the content API. */
export const OUR_API_ROUTES: Decisions = {
  anyone: [
    'GET /api/open-data/changes.ndjson',
    'GET /api/open-data/changes.atom',
    'GET /api/open-data/status-changes.json',
    'GET /api/open-data/deadlines.ics',
    'GET /api/open-data/summary.json',
    'GET /api/search',
    'GET /api/open-data/all.zip',
    'GET /api/open-data/releases.json',
    'GET /api/open-data/releases/:file',
    'GET /api/open-data',
    'GET /api/open-data/catalog.ttl',
    'GET /api/open-data/catalog.jsonld',
    'GET /api/open-data/catalog.schema.jsonld',
    'GET /api/open-data/datapackage.json',
    'GET /api/open-data/dictionary.md',
    'GET /api/open-data/openapi.json',
    'GET /api/open-data/:dataset.csv-metadata.json',
    'GET /api/open-data/:dataset.schema.jsonld',
    'GET /api/open-data/:dataset.xsd',
    'GET /api/open-data/:file',
    'GET /api/accountability/workflows',
    'GET /api/:collection/:documentId/status-history',
    'GET /api/comments/challenge',
    'GET /api/comments/report-reasons',
    'GET|POST /api/comments/unsubscribe/:token',
    'GET|POST /api/commitments/:documentId/comments',
    'POST /api/commitments/:documentId/comments/:commentId/reports',
  ],
  'api::milestone.milestone.update': ['POST /api/parent-links/moves', 'PUT /api/milestones/:id'],
  'api::action-plan.action-plan.find': ['GET /api/action-plans'],
  'api::action-plan.action-plan.findOne': ['GET /api/action-plans/:id'],
  'api::action-plan.action-plan.create': ['POST /api/action-plans'],
  'api::action-plan.action-plan.update': ['PUT /api/action-plans/:id'],
  'api::action-plan.action-plan.delete': ['DELETE /api/action-plans/:id'],
  'api::commitment.commitment.find': ['GET /api/commitments'],
  'api::commitment.commitment.findOne': ['GET /api/commitments/:id'],
  'api::commitment.commitment.create': ['POST /api/commitments'],
  'api::commitment.commitment.update': ['PUT /api/commitments/:id'],
  'api::commitment.commitment.delete': ['DELETE /api/commitments/:id'],
  'api::milestone.milestone.find': ['GET /api/milestones'],
  'api::milestone.milestone.findOne': ['GET /api/milestones/:id'],
  'api::milestone.milestone.create': ['POST /api/milestones'],
  'api::milestone.milestone.delete': ['DELETE /api/milestones/:id'],
  'api::partner.partner.find': ['GET /api/partners'],
  'api::partner.partner.findOne': ['GET /api/partners/:id'],
  'api::partner.partner.create': ['POST /api/partners'],
  'api::partner.partner.update': ['PUT /api/partners/:id'],
  'api::partner.partner.delete': ['DELETE /api/partners/:id'],
  'api::progress-report.progress-report.find': ['GET /api/progress-reports'],
  'api::progress-report.progress-report.findOne': ['GET /api/progress-reports/:id'],
  'api::progress-report.progress-report.create': ['POST /api/progress-reports'],
  'api::progress-report.progress-report.update': ['PUT /api/progress-reports/:id'],
  'api::progress-report.progress-report.delete': ['DELETE /api/progress-reports/:id'],
  'api::theme.theme.find': ['GET /api/themes'],
  'api::theme.theme.findOne': ['GET /api/themes/:id'],
  'api::theme.theme.create': ['POST /api/themes'],
  'api::theme.theme.update': ['PUT /api/themes/:id'],
  'api::theme.theme.delete': ['DELETE /api/themes/:id'],
  'plugin::accountability.workflow-milestone-implementation.start': ['POST /api/accountability/transitions'],
  'plugin::accountability.imports.create': [
    'POST /api/accountability/imports',
    'GET /api/accountability/imports/:id',
  ],
};

/** The public pages, which are no routes of Strapi's router. */
export const OUR_PAGES: Decisions = {
  anyone: [
    '/',
    '/commitments',
    '/commitments/:slug',
    '/commitments/:slug/card',
    '/commitments/:slug/comment-sent',
    '/organisations',
    '/organisations/:slug',
    '/plans/:slug',
    '/compare',
    '/data',
    '/sitemap.xml',
    '/robots.txt',
  ]
    .map((path) => `GET ${path}`)
    .concat(['GET|POST /follow', 'GET|POST /follow/confirm/:token', 'GET|POST /follow/leave/:token']),
};
