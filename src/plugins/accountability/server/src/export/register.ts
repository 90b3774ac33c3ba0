import type { Core, UID } from '@strapi/strapi';
import { declarationError } from '../datasets/config';
import { datasetModelProblems } from '../datasets/checks/content-types';
import { problemResponses } from '../http/problem-responses';
import { answerNotModified } from '../http/not-modified';
import { openDataConfig, modelOf } from '../datasets/settings';
import { fileThreads } from './worker/file-threads';

/** How long after the start the first thread for exports begins: what has to answer at once does so before. */
const THREAD_AFTER_START_MS = 500;

/** Address of open data, with the content API's prefix. */
export const openDataPath = (strapi: Core.Strapi): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/open-data`;

/**
 * Checks the declared datasets against the content types and sets up the answers for errors.
 * @throws Error that lists what to mend; it stops the start
 */
export function registerOpenData(strapi: Core.Strapi): void {
  const { datasets, openData } = openDataConfig(strapi);
  const problems = [
    ...datasetModelProblems(datasets, (uid) => modelOf(strapi, uid)),
    ...openData.contentApi
      .filter(({ contentType }) => strapi.contentTypes[contentType as UID.ContentType] === undefined)
      .map(
        ({ contentType }) =>
          `setting "openData.contentApi": "${contentType}" does not exist; correct the uid`,
      ),
  ];
  if (problems.length > 0) throw declarationError(problems);
  strapi.server.use(answerNotModified(openDataPath(strapi), strapi));
  strapi.server.use(problemResponses(openDataPath(strapi), strapi));
}

/**
 * Has a thread ready for the first export, and says what a deployer forgot, once the settings are known to work: a
 * start that fails says one thing only.
 */
export function bootstrapOpenData(strapi: Core.Strapi): void {
  // Commands that only load the application need none, and whoever waits for the start does not wait for it.
  strapi.server.httpServer.once('listening', () => {
    setTimeout(() => fileThreads(strapi).prepare(), THREAD_AFTER_START_MS).unref();
  });
  if (openDataConfig(strapi).openData.publisher) return;
  strapi.log.warn('Open data: no publisher is set; catalogues will name none.');
}

/** Ends the threads that wait for exports. */
export const destroyOpenData = (strapi: Core.Strapi): Promise<void> => fileThreads(strapi).close();
