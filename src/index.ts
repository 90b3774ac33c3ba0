import type { Core } from '@strapi/strapi';
import { boundLoginAttempts } from './accounts/bound-login-attempts';
import { endSessions } from './accounts/end-sessions';
import { ensureAdminRoles } from './access/admin-roles';
import { ensureAuthorRole } from './access/author-role';
import { ensurePublicGrants } from './access/public-grants';
import { ensureAdminViews } from './admin-views/apply';
import { nameReportsInForms } from './admin-views/form-titles';
import { nameReportsOnHomePage } from './admin-views/home-titles';
import { boundBulkActions } from './request-guards/bulk-actions/bound-bulk-actions';
import { contentRulesMiddleware } from './content-rules/document-middleware';
import { guardControllers, valuesMiddleware } from './content-rules/values/guard';
import { ensureDemoAccounts } from './demo/accounts';
import { holdStartLock, type Release } from './database-locks/start-lock';
import { quietClientDisconnects } from './request-guards/client-disconnects/quiet-client-disconnects';
import { matchPathsExactly } from './request-guards/paths/exact-router';
import { limitPublicFormBodies } from './request-guards/body-limits/public-form-bodies';
import { loadFirstContent } from './first-content/load';
import { ensureLocales } from './languages/locales';
import { checkLocaleSync } from './locale-sync/consistency-check';
import { childOrderMiddleware } from './child-order/document-middleware';
import { orderExistingChildren } from './child-order/order-existing';
import { offerFreeChildren } from './parent-links/available-children';
import { refuseUnreadableRelations } from './request-guards/panel-relations/refuse-unreadable';
import { cloneMiddleware } from './parent-links/clone-middleware';
import { parentLinksMiddleware } from './parent-links/document-middleware';
import { addParentLinkRoutes } from './parent-links/routes';
import { guardPanelReads } from './readable-fields/guard-panel';
import { limitSearch } from './readable-fields/limit-search';
import { sourceDatesMiddleware } from './source-dates/document-middleware';
import { checkSettings } from './settings/check-settings';
import { guardUploads } from './uploads/guard';
import { guardStore } from './uploads/store-headers';
import { warnOfMissingAddress } from './settings/missing-address';
import { tightenRoutes } from './request-guards/stricter-routes/tighten';

let releaseStart: Release | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await checkSettings({ strapi });
    quietClientDisconnects(strapi);
    matchPathsExactly(strapi);
    limitPublicFormBodies(strapi);
    releaseStart = await holdStartLock(strapi);
    tightenRoutes(strapi);
    guardControllers(strapi);
    guardUploads(strapi);
    guardStore(strapi);
    boundLoginAttempts(strapi);
    boundBulkActions(strapi);
    strapi.documents.use(valuesMiddleware(strapi));
    strapi.documents.use(cloneMiddleware(strapi));
    strapi
      .plugin('accountability')
      .service('consistencyChecks')
      .addCheck(() => checkLocaleSync(strapi));
    strapi.documents.use(parentLinksMiddleware(strapi));
    strapi.documents.use(childOrderMiddleware(strapi));
    strapi.documents.use(sourceDatesMiddleware(strapi));
    addParentLinkRoutes(strapi);
    refuseUnreadableRelations(strapi);
    offerFreeChildren(strapi);
    nameReportsInForms(strapi);
    guardPanelReads(strapi);
    // Registered before i18n's own, so that it wraps the copy to other locales.
    strapi.documents.use(contentRulesMiddleware(strapi));
  },

  /** Initial data of a database, in order of dependency. Each step is idempotent. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    limitSearch(strapi);
    endSessions(strapi);
    try {
      await ensureLocales(strapi);
      await ensurePublicGrants(strapi);
      await ensureAdminRoles(strapi);
      await ensureAuthorRole(strapi);
      await ensureAdminViews(strapi);
      await orderExistingChildren(strapi);
      nameReportsOnHomePage(strapi);
      await loadFirstContent(strapi, { demo: strapi.config.get('tracker.demo.content') });
      await ensureDemoAccounts(strapi, strapi.config.get('tracker.demo.accountsFile'));
      warnOfMissingAddress(strapi);
    } finally {
      await releaseStart?.();
    }
  },
};
