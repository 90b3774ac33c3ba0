/** All that makes pages. Loaded with the first page, not with the application: see `pages` in `routes.ts`. */
export { readComments, readHistory } from './content/conversation';
export { readCommitmentDetails } from './content/commitment-details';
export { readDataIndex } from './content/data-index';
export { withUpdate } from './content/linked-update';
export { readLogos } from './content/logos';
export { readOverview } from './content/overview';
export { readSummary } from './content/summary';
export { withoutMarkup } from './content/without-markup';
export { loadHtmlTree } from './html/html-tree';
export { commitmentCardPage, missingCard, unavailableCard } from './pages/card';
export { commitmentPage } from './pages/commitment/page';
export { commitmentsPage } from './pages/commitments';
export { dataPage } from './pages/data';
export { notFoundPage, tooLongPage, unavailablePage } from './pages/errors';
export { homePage } from './pages/home';
export { layout } from './pages/layout';
export { organisationPage, organisationsPage } from './pages/organisations';
export { robots, sitemap } from './pages/sitemap';
