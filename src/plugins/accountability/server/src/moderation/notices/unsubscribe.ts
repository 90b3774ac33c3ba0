import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { requestLanguage } from '../../languages/request-language';
import { languageNamed } from '../../languages/site-languages';
import { workflowConfig } from '../../workflow/registry';
import { countAttempt } from '../form-rate-limit';
import { commentTable } from '../registry';
import { unsubscribeSecret } from './site-urls';
import { commentOfToken } from './unsubscribe-link';
import { UNSUBSCRIBE_POLICY, unsubscribePage } from './unsubscribe-page';

/** Ends the mails about a comment. A deleted one gets none anyway. */
export async function unsubscribe(strapi: Core.Strapi, commentId: string): Promise<void> {
  const { table, column } = commentTable(strapi);
  // A private column: nothing public has changed.
  await strapi.db
    .connection(table)
    .where({ [column('documentId')]: commentId })
    .update({ [column('wantsNotice')]: false });
}

/** The language of a comment, where the site has it. */
async function languageOfComment(strapi: Core.Strapi, commentId: string): Promise<string> {
  const { table, column } = commentTable(strapi);
  const row: { language: string | null } | undefined = await strapi.db
    .connection(table)
    .where({ [column('documentId')]: commentId })
    .first({ language: column('language') });
  return workflowConfig(strapi).languages.find((code) => code === row?.language) ?? requestLanguage(strapi);
}

/**
 * Answers an unsubscribe link: GET shows a form and changes nothing, POST unsubscribes. 404 for an invalid link.
 * Invalid links count against the rate limit of their address, valid ones do not: mail programs open those of many
 * people.
 * @throws Refusal 429
 */
export async function answerUnsubscribe(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { token = '' } = ctx.params as { token?: string };
  const commentId = commentOfToken(unsubscribeSecret(strapi), token);
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': UNSUBSCRIBE_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  });
  ctx.type = 'text/html; charset=utf-8';
  if (commentId === null) {
    countAttempt(strapi, ctx.ip);
    ctx.status = 404;
    ctx.body = unsubscribePage(languageNamed(strapi, requestLanguage(strapi)), 'unknown');
    return;
  }
  const isPost = ctx.method === 'POST';
  const language = await languageOfComment(strapi, commentId);
  if (isPost) await unsubscribe(strapi, commentId);
  ctx.status = 200;
  ctx.body = unsubscribePage(languageNamed(strapi, language), isPost ? 'done' : 'ask');
}
