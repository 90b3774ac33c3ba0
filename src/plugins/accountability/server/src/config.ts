import { parseTimeZone } from './dates/site-day';
import { parseOpenDataConfig } from './open-data/config';
import { parseRemindersConfig } from './reminders/config';
import { parseWorkflowConfig } from './workflow/config';

export default {
  // Strapi merges defaults into arrays item by item, so each capability fills in its own.
  default: {},
  /** Strapi calls it before the start; what it throws stops the start. */
  validator(config: unknown): void {
    parseTimeZone(config);
    parseOpenDataConfig(config);
    parseWorkflowConfig(config);
    parseRemindersConfig(config);
  },
};
