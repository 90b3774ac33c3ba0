import type { Core } from '@strapi/strapi';
import { modelOf, openDataConfig } from '../datasets/settings';
import { summaryError } from './config';
import { summaryModelProblems } from './model-check';
import { summaryTables } from './settings';

/**
 * Checks the declared tables of counts against the content types.
 * @throws Error that lists every problem; it stops the start
 */
export function registerSummary(strapi: Core.Strapi): void {
  const { languages } = openDataConfig(strapi);
  const problems = summaryModelProblems(summaryTables(strapi), languages, (uid) => modelOf(strapi, uid));
  if (problems.length > 0) throw summaryError(problems);
}
