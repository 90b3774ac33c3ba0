import type { Core } from '@strapi/strapi';
import { registerChangeLog } from './change-log/register';
import { registerModeration } from './moderation/register';
import { registerFeeds } from './feeds/register';
import { registerOpenData } from './export/register';
import { registerWarnings } from './warnings/registry';
import { registerSummary } from './summary/register';
import { registerWorkflows } from './workflow/register';

/** Change log before workflows: it sees a write from further outside. */
const STEPS = [
  registerOpenData,
  registerFeeds,
  registerSummary,
  registerChangeLog,
  registerWorkflows,
  registerWarnings,
  registerModeration,
];

/** @throws Error that lists what to mend in all declarations at once, not one kind per start */
const register = ({ strapi }: { strapi: Core.Strapi }) => {
  const problems = STEPS.flatMap((step) => {
    try {
      step(strapi);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

export default register;
