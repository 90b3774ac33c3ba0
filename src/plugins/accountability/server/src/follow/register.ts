import type { Core } from '@strapi/strapi';
import { publicTypes } from '../change-log/public-types';
import { modelOf } from '../datasets/settings';
import { feedsModelProblems } from '../feeds/model-check';
import { asFeedDocument } from './changes';
import { declaredFollow, followError } from './config';

const EVERY_MINUTE = '* * * * *';
const HOURLY = '35 * * * *';

/**
 * Checks what can be followed against the content types.
 * @throws Error that lists every problem; it stops the start
 */
export function registerFollow(strapi: Core.Strapi): void {
  const config = declaredFollow(strapi);
  if (!config) return;
  const documents = [...config.subjects, ...config.changes.map(asFeedDocument)];
  const problems = feedsModelProblems({ publisher: {}, documents, deadlines: [] }, [], (uid) =>
    modelOf(strapi, uid),
  ).map((problem) => problem.replace('feeds.documents', 'follow'));
  if (problems.length === 0) {
    problems.push(
      ...documents
        .filter(({ contentType }) => !publicTypes(strapi).has(contentType))
        .map(({ contentType }) => `"${contentType}" is in no dataset: its changes would not be noticed`),
    );
  }
  if (problems.length > 0) throw followError([...new Set(problems)]);
}

/** Schedules mails and retention. Every instance runs the tasks; claims ensure that each mail is sent once. */
export function bootstrapFollow(strapi: Core.Strapi): void {
  if (!declaredFollow(strapi)) return;
  const follow = () => strapi.plugin('accountability').service('follow');
  let isRunning = false;
  const run = async () => {
    // A mail server that hangs blocks one run, not one more each minute.
    if (isRunning) return;
    isRunning = true;
    try {
      await follow().run();
    } catch (error) {
      strapi.log.error(error);
    } finally {
      isRunning = false;
    }
  };
  const forget = async () => {
    try {
      await follow().forget();
    } catch (error) {
      strapi.log.error(error);
    }
  };
  strapi.cron.add({
    'accountability-follow': { task: run, options: { rule: EVERY_MINUTE } },
    'accountability-follow-forget': { task: forget, options: { rule: HOURLY } },
  });
}
