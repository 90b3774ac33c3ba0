import type { Core } from '@strapi/strapi';
import { workflowConfig } from '../workflow/registry';
import { modelOf } from '../datasets/settings';
import { feedsError } from './config';
import { feedsModelProblems } from './model-check';
import { feedsConfig } from './settings';

/**
 * Checks the declared feeds against content types and workflows.
 * @throws Error that lists every problem; it stops the start
 */
export function registerFeeds(strapi: Core.Strapi): void {
  const problems = feedsModelProblems(feedsConfig(strapi), workflowConfig(strapi).workflows, (uid) =>
    modelOf(strapi, uid),
  );
  if (problems.length > 0) throw feedsError(problems);
}
