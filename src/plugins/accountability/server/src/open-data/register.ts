import type { Core } from '@strapi/strapi';
import { declarationError } from './config';
import { datasetModelProblems } from './dataset-check';
import { problemResponses } from './problem-responses';
import { openDataConfig, modelOf } from './settings';

/** Address of open data, with the content API's prefix. */
export const openDataPath = (strapi: Core.Strapi): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/open-data`;

/**
 * Checks the declared datasets against the content types and sets up the answers for errors.
 * @throws Error that lists what to mend; it stops the start
 */
export function registerOpenData(strapi: Core.Strapi): void {
  const problems = datasetModelProblems(openDataConfig(strapi).datasets, (uid) => modelOf(strapi, uid));
  if (problems.length > 0) throw declarationError(problems);
  strapi.server.use(problemResponses(openDataPath(strapi), strapi));
}
