import type { FeedsConfig } from 'strapi-plugin-accountability/declare';
import { LANGUAGES } from '../site/languages';
import { pagePath } from '../site/addresses';
import { word } from '../words/word';

/** Path of a page in each language. */
const inEach = (path: string, place = ''): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, `${pagePath(path, language)}${place}`]));

/**
 * Feeds of the site: their author where `OPEN_DATA_PUBLISHER_*` are not set, titles and pages of documents, and the
 * deadlines in the calendar.
 */
export const feeds: FeedsConfig = {
  home: inEach('/'),
  publisher: word('catalogue-site', 'feeds-publisher'),
  documents: [
    {
      contentType: 'api::commitment.commitment',
      title: 'title',
      page: inEach('/commitments/{slug}'),
      subjects: ['actionPlan', 'leadAgencies'],
    },
    {
      contentType: 'api::milestone.milestone',
      title: 'title',
      page: inEach('/commitments/{commitment.slug}', '#milestone-{documentId}'),
      subjects: ['commitment', 'commitment.actionPlan', 'commitment.leadAgencies', 'responsibleAgencies'],
    },
  ],
  deadlines: ['api::commitment.commitment', 'api::milestone.milestone'].map((contentType) => ({
    contentType,
    timeframe: 'timeframe',
    workflow: 'implementation',
    cancelled: ['withdrawn'],
  })),
};
