import { parseTimeZone } from './dates/site-day';
import { parseCommentsConfig } from './moderation/config';
import { parsedOpenDataConfig } from './datasets/settings';
import { parseFeedsConfig } from './feeds/config';
import { parseFollowConfig } from './follow/config';
import { parseImportsConfig } from './import/config';
import { parseReleasesConfig } from './releases/config';
import { parseSummaryConfig } from './summary/config';
import { parseRemindersConfig } from './reminders/config';
import { parseSearchConfig } from './search/config';
import { parseSiteLanguages } from './languages/site-languages';
import { throwAggregated } from './throw-aggregated';
import { parseVocabulariesConfig } from './vocabularies/config';
import { parseWarningsConfig } from './warnings/config';
import { parsedWorkflowConfig } from './workflow/registry';

const PARSERS = [
  parseTimeZone,
  parseVocabulariesConfig,
  parsedOpenDataConfig,
  parseFeedsConfig,
  parseSummaryConfig,
  parseReleasesConfig,
  parsedWorkflowConfig,
  parseRemindersConfig,
  parseWarningsConfig,
  parseCommentsConfig,
  parseImportsConfig,
  parseSearchConfig,
  parseFollowConfig,
] as const;

export default {
  // Strapi merges defaults into arrays item by item, so each capability sets its own.
  default: {},
  /**
   * Called by Strapi before the start; an error stops the start.
   * @throws Error that lists the problems of all declarations
   */
  validator(config: object): void {
    // Every other declaration is checked against the languages.
    parseSiteLanguages(config);
    throwAggregated(PARSERS.map((parse) => () => parse(config)));
  },
};
