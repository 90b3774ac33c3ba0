import type { Core } from '@strapi/strapi';
import { requestLanguage } from '../../languages/request-language';
import { languagesIn } from '../../languages/site-languages';
import { assertAllowed, canRead, type PanelAbility } from '../../workflow/read-permission';
import { LIMITS } from '../attributes';
import { Refusal } from '../refusal';
import { comments, commentsWorkflow } from '../registry';
import { settleReports } from '../report-comment';
import { answerOfficially } from './publish-official-answer';
import { agencyChoices, subjectChoices } from './choices';
import { commentContext, commentRow } from './context';
import { queueCounts, queuePage } from './list';
import { leadAgencyOf } from './lead-agency';
import { queueMoves } from './moves';
import { ANSWER_OFFICIALLY, ERASE_AUTHOR, READ_QUEUE } from './permissions';
import type { Actor } from '../../workflow/actor';
import type { EraseMode, QueueSetup } from '../../../../shared/moderation-contract';
import type { WrittenAnswer } from './answer-form';
import type { QueueQuery } from './query';

/**
 * `strapi.plugin('accountability').service('moderationQueue')`: the moderators' queue. Each method throws
 * WorkflowError 403 without the permission.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Static data of the page: states, moves, and the user's permissions. */
  setup(ability: PanelAbility, actor: Actor): QueueSetup {
    assertAllowed(ability, READ_QUEUE);
    const { contentType, subject, agency, workflow } = comments(strapi);
    const declared = commentsWorkflow(strapi);
    const moves = queueMoves(declared, workflow.keys ?? {}, actor);
    return {
      contentType,
      workflow: workflow.name,
      initial: declared.initial,
      approved: workflow.approved,
      states: declared.states.map(({ code, labels, colour }) => ({ code, labels, colour })),
      moves,
      languages: languagesIn(strapi, requestLanguage(strapi)),
      subject: {
        contentType: subject.contentType,
        relation: subject.relation,
        mayRead: canRead(ability, subject.contentType),
      },
      agency: agency ? { relation: agency.relation } : null,
      may: { answer: ability.can(ANSWER_OFFICIALLY), eraseAuthor: ability.can(ERASE_AUTHOR) },
      longest: LIMITS.body.most,
    };
  },

  /** See `queueCounts`. */
  async counts(ability: PanelAbility, query: QueueQuery) {
    assertAllowed(ability, READ_QUEUE);
    return queueCounts(strapi, query);
  },

  /** See `queuePage`. */
  async page(ability: PanelAbility, query: QueueQuery, language: string) {
    assertAllowed(ability, READ_QUEUE);
    return queuePage(strapi, query, language);
  },

  /** See `commentContext`. */
  async context(ability: PanelAbility, documentId: string, language: string) {
    assertAllowed(ability, READ_QUEUE);
    return commentContext(strapi, documentId, language);
  },

  /** See `subjectChoices`. */
  async subjects(ability: PanelAbility, search: string | null, language: string) {
    assertAllowed(ability, READ_QUEUE);
    const mayRead = (contentType: string, attribute: string) => canRead(ability, contentType, attribute);
    return subjectChoices(strapi, search, language, mayRead);
  },

  /** See `agencyChoices`. */
  async agencies(ability: PanelAbility, search: string | null, language: string) {
    assertAllowed(ability, ANSWER_OFFICIALLY);
    return agencyChoices(strapi, search, language);
  },

  /** See `leadAgencyOf`. */
  async leadAgency(ability: PanelAbility, documentId: string, language: string) {
    assertAllowed(ability, ANSWER_OFFICIALLY);
    return leadAgencyOf(strapi, documentId, language);
  },

  /** See `answerOfficially`. */
  async answer(ability: PanelAbility, documentId: string, answer: WrittenAnswer, actor: Actor) {
    assertAllowed(ability, ANSWER_OFFICIALLY);
    return answerOfficially(strapi, documentId, answer, actor);
  },

  /**
   * Dismisses the open reports of a comment.
   * @throws Refusal 404
   */
  async settle(ability: PanelAbility, documentId: string): Promise<void> {
    assertAllowed(ability, READ_QUEUE);
    await commentRow(strapi, documentId);
    await settleReports(strapi, documentId);
  },

  /**
   * Erases the author of a comment, in all comments with the same address.
   * @throws Refusal 404, and 409 where no address is stored any more
   */
  async eraseAuthor(
    ability: PanelAbility,
    documentId: string,
    mode: EraseMode,
  ): Promise<{ comments: number; reports: number }> {
    assertAllowed(ability, ERASE_AUTHOR);
    const { authorEmail: email } = await commentRow(strapi, documentId);
    if (!email) throw new Refusal({ status: 409, code: 'AUTHOR_UNKNOWN' });
    const { comments: erased, reports } = await strapi
      .plugin('accountability')
      .service('moderation')
      .eraseAuthor({ email, mode });
    // What somebody follows concerns no moderator.
    return { comments: erased, reports };
  },
});
