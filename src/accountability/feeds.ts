import type { FeedsConfig } from '../plugins/accountability/server/src/open-data/feeds/config';

/**
 * Feeds of the site: who publishes them where `OPEN_DATA_PUBLISHER_*` do not say, what documents are called in them,
 * and whose deadlines the calendar shows.
 */
export const feeds: FeedsConfig = {
  publisher: { ka: 'ღია მმართველობის ვალდებულებები', en: 'Open commitments' },
  documents: [
    { contentType: 'api::commitment.commitment', title: 'title' },
    { contentType: 'api::milestone.milestone', title: 'title' },
  ],
  deadlines: ['api::commitment.commitment', 'api::milestone.milestone'].map((contentType) => ({
    contentType,
    timeframe: 'timeframe',
    workflow: 'implementation',
    cancelled: ['withdrawn'],
  })),
};
