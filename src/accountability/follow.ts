import type { Core } from '@strapi/strapi';
import type { FollowDeclaration } from 'strapi-plugin-accountability/declare';
import { numberOrStandard } from '../settings/number-settings';
import { pagePath } from '../site/addresses';
import { LANGUAGES } from '../site/languages';
import { word } from '../words/word';

/** Path of a page in each language. */
const inEach = (path: string, place = ''): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, `${pagePath(path, language)}${place}`]));

const REPORT = {
  contentType: 'api::progress-report.progress-report',
  created: word('follow', 'report.created'),
  updated: word('follow', 'report.updated'),
};

/**
 * What can be followed by mail, and whose changes reach it: those of a milestone, report or comment reach its
 * commitment, those of a commitment its plan and the organisations that lead it.
 * @param firstWorkingDay of the country, from 1 for Monday to 7: the day of the weekly mails
 */
export const follow = (
  env: Core.Config.Shared.ConfigParams['env'],
  firstWorkingDay: number,
): FollowDeclaration => ({
  mail: Boolean(env('SMTP_HOST')),
  hour: numberOrStandard(env, 'FOLLOW_HOUR'),
  weekday: firstWorkingDay % 7,
  confirmDays: numberOrStandard(env, 'FOLLOW_CONFIRM_DAYS'),
  keepDays: numberOrStandard(env, 'FOLLOW_KEEP_DAYS'),
  rates: {
    minutes: 10,
    attemptsPerSender: numberOrStandard(env, 'FOLLOW_ATTEMPTS_PER_ADDRESS'),
    perSender: numberOrStandard(env, 'FOLLOW_PER_ADDRESS'),
    mailsPerAddress: numberOrStandard(env, 'FOLLOW_MAILS_PER_ADDRESS'),
  },
  pages: {
    confirm: inEach('/follow/confirm/{token}'),
    leave: inEach('/follow/leave/{token}'),
  },
  subjects: [
    { contentType: 'api::commitment.commitment', title: 'title', page: inEach('/commitments/{slug}') },
    { contentType: 'api::action-plan.action-plan', title: 'title', page: inEach('/plans/{slug}') },
    { contentType: 'api::partner.partner', title: 'name', page: inEach('/organisations/{slug}') },
  ],
  changes: [
    {
      contentType: 'api::action-plan.action-plan',
      title: 'title',
      page: inEach('/plans/{slug}'),
      updated: word('follow', 'plan.updated'),
    },
    {
      contentType: 'api::commitment.commitment',
      title: 'title',
      page: inEach('/commitments/{slug}'),
      subjects: ['actionPlan', 'leadAgencies'],
      created: word('follow', 'commitment.created'),
      updated: word('follow', 'commitment.updated'),
    },
    {
      contentType: 'api::milestone.milestone',
      title: 'title',
      page: inEach('/commitments/{commitment.slug}', '#milestone-{documentId}'),
      subjects: ['commitment', 'commitment.actionPlan', 'commitment.leadAgencies', 'responsibleAgencies'],
      created: word('follow', 'milestone.created'),
      updated: word('follow', 'milestone.updated'),
    },
    {
      ...REPORT,
      title: 'milestone.title',
      subjects: [
        'milestone.commitment',
        'milestone.commitment.actionPlan',
        'milestone.commitment.leadAgencies',
        'milestone.responsibleAgencies',
      ],
    },
    {
      ...REPORT,
      title: 'commitment.title',
      page: inEach('/commitments/{commitment.slug}', '#reports'),
      subjects: ['commitment', 'commitment.actionPlan', 'commitment.leadAgencies'],
    },
    {
      contentType: 'api::comment.comment',
      page: inEach('/commitments/{commitment.slug}', '#comment-{documentId}'),
      // All comments on a plan would hide what changes in it.
      subjects: ['commitment'],
      created: word('follow', 'comment.created'),
    },
  ],
});
