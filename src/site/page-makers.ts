/** All that makes pages. Loaded with the first page, not with the application: see `pages` in `routes.ts`. */
export {
  askPage,
  confirmedPage,
  confirmPage,
  failedPage,
  leavePage,
  leftPage,
  sentPage,
} from './follow/follow-pages';
export { readComments, readHistory } from './content/conversation';
export { readCommitmentDetails } from './content/commitment-details';
export { readDataIndex } from './content/data-index';
export { withUpdate } from './content/linked-update';
export { readPlanHistory } from './content/plan-history';
export { newLogoCache } from './content/logos';
export { newRevisionCache } from './content/revision-cache';
export { newOverviewReader } from './content/overview-reader';
export { CurrentContent } from './content/current-content';
export { withoutMarkup } from './content/without-markup';
export { loadHtmlTree } from './html/html-tree';
export { commitmentCardPage, missingCard, unavailableCard } from './pages/card';
export { commentSentPage } from './pages/commitment/comment-sent';
export { commitmentPage } from './pages/commitment/page';
export { commitmentsPage } from './pages/commitments';
export { comparePage } from './pages/compare';
export { dataPage } from './pages/data';
export { notFoundPage, tooLongPage, unavailablePage } from './pages/errors';
export { HOME_CHANGES, homePage } from './pages/home';
export { searchMatches } from './list/search-matches';
export { layout } from './pages/layout';
export { organisationPage, organisationsPage } from './pages/organisations';
export { PLAN_CHANGES, planPage } from './pages/plan';
export { onTimeline } from './pages/plan-timeline';
export { robots, sitemap } from './pages/sitemap';
export { readLatestChanges } from './content/latest-changes';
