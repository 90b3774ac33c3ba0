import type { Core, UID } from '@strapi/strapi';
import { declarationError } from '../datasets/config';
import { datasetModelProblems } from '../datasets/checks/content-types';
import { problemResponses } from '../http/problem-responses';
import { answerNotModified } from '../http/not-modified';
import { openDataConfig, modelOf } from '../datasets/settings';
import { fileThreads } from './worker/file-threads';

/** Delay between the start and the first export thread, so that the first requests are answered before. */
const THREAD_AFTER_START_MS = 500;

/** Path of open data, with the content API's prefix. */
export const openDataPath = (strapi: Core.Strapi): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/open-data`;

/**
 * Checks the declared datasets against the content types and registers the error responses.
 * @throws Error that lists every problem; it stops the start
 */
export function registerOpenData(strapi: Core.Strapi): void {
  const { datasets, openData } = openDataConfig(strapi);
  const problems = [
    ...datasetModelProblems(datasets, (uid) => modelOf(strapi, uid)),
    ...openData.contentApi
      .filter(({ contentType }) => strapi.contentType(contentType as UID.ContentType) === undefined)
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
 * Starts a thread ahead of the first export, and logs warnings about missing settings, once the configuration is
 * valid.
 */
export function bootstrapOpenData(strapi: Core.Strapi): void {
  // Commands that only load the application need no thread.
  strapi.server.httpServer.once('listening', () => {
    setTimeout(() => fileThreads(strapi).prepare(), THREAD_AFTER_START_MS).unref();
  });
  if (openDataConfig(strapi).openData.publisher) return;
  strapi.log.warn('Open data: no publisher is set; catalogues will name none.');
}

/** Ends the idle export threads. */
export const destroyOpenData = (strapi: Core.Strapi): Promise<void> => fileThreads(strapi).close();
