import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isDatabaseUnavailable, type FollowService } from 'strapi-plugin-accountability/server';
import { pagePath } from '../addresses';
import { DEFAULT_LANGUAGE, type Language } from '../languages';
import { readLanguage } from '../list/list-query';
import type { Frame, Page } from '../page';
import { pages } from '../routes';
import type { Site } from '../site';
import { readFields, type Fields } from './sent-fields';

const RETRY_SECONDS = 60;
const LINK = /^\/follow\/(confirm|leave)\/([^/]{1,200})$/;

/** Sends a page with a status; never from a cache. */
type Send = (ctx: Context, status: number, text: string) => void;

/** The forms and links of following by mail. @returns whether the request was one of theirs */
export function serveFollow(strapi: Core.Strapi, site: Site, send: Send): (ctx: Context) => Promise<boolean> {
  const follow = (): FollowService => strapi.plugin('accountability').service('follow');
  const longest = strapi.config.get<number>('tracker.queryLength');

  const show = (ctx: Context, status: number, frame: Frame, page: Page): void =>
    send(ctx, status, pages().layout(page, frame));

  const tooMany = (ctx: Context, frame: Frame, milliseconds: number): void => {
    ctx.set('Retry-After', String(Math.ceil(milliseconds / 1000)));
    show(ctx, 429, frame, pages().failedPage(frame.words.followTooMany, frame));
  };

  async function showForm(ctx: Context, language: Language): Promise<void> {
    const id = typeof ctx.query.subject === 'string' ? ctx.query.subject : '';
    const subject = await follow().find(id, language);
    if (!subject) return send(ctx, 404, site.notFound(ctx, language));
    const frame = site.frame(ctx, language, (other) => pagePath('/follow', other, { subject: id }));
    show(ctx, 200, frame, pages().askPage(subject, frame));
  }

  async function receiveForm(ctx: Context, language: Language): Promise<void> {
    const wait = follow().countAttempt(ctx.ip);
    const bare = site.frame(ctx, language, (other) => pagePath('/', other));
    if (wait > 0) {
      leaveUnread(ctx);
      return tooMany(ctx, bare, wait);
    }
    const fields = await readFields(ctx.req);
    if (!fields) {
      leaveUnread(ctx);
      return show(ctx, 413, bare, pages().failedPage(bare.words.followErrors, bare));
    }
    const read = follow().readForm(fields);
    const subject = await follow().find(fields.subject ?? '', language);
    if (!subject) return send(ctx, 404, site.notFound(ctx, language));
    const { documentId } = subject;
    const frame = site.frame(ctx, language, (other) => pagePath('/follow', other, { subject: documentId }));
    const again = (status: number, wrong: readonly string[]): void =>
      show(ctx, status, frame, pages().askPage(subject, frame, { ...shown(fields), wrong }));
    if ('faults' in read) return again(400, read.faults);
    // Another site may not send its readers' browsers here; the reader may.
    if (ctx.get('Sec-Fetch-Site') === 'cross-site') return again(403, []);
    const outcome = await follow().request(read.form, { language, ip: ctx.ip });
    if (outcome.kind === 'too-many') return tooMany(ctx, frame, outcome.milliseconds);
    if (outcome.kind === 'unknown-subject') return send(ctx, 404, site.notFound(ctx, language));
    show(ctx, 200, frame, pages().sentPage(subject, frame));
  }

  async function answerConfirmation(ctx: Context, token: string, language: Language): Promise<void> {
    const frame = linkFrame(ctx, language);
    const pending = await follow().pending(token, language);
    if (!pending) return unknownLink(ctx, frame);
    if (ctx.method !== 'POST' && !pending.isConfirmed) {
      return show(ctx, 200, frame, pages().confirmPage(pending, frame));
    }
    leaveUnread(ctx);
    if (ctx.method === 'POST' && !(await follow().confirm(token))) return unknownLink(ctx, frame);
    show(ctx, 200, frame, pages().confirmedPage(pending.subject, frame));
  }

  async function answerLeaving(ctx: Context, token: string, language: Language): Promise<void> {
    const frame = linkFrame(ctx, language);
    const leaving = await follow().leaving(token, language);
    if (!leaving) return unknownLink(ctx, frame);
    if (ctx.method !== 'POST') {
      const page = leaving.isOver
        ? pages().leftPage(leaving.kind === 'all', frame)
        : pages().leavePage(leaving, frame);
      return show(ctx, 200, frame, page);
    }
    const isAll = (await readFields(ctx.req))?.all === 'yes' || leaving.kind === 'all';
    await follow().leave(token, isAll);
    show(ctx, 200, frame, pages().leftPage(isAll, frame));
  }

  /** A link that nobody was sent, or that has expired; guessing is counted. */
  function unknownLink(ctx: Context, frame: Frame): void {
    const wait = follow().countAttempt(ctx.ip);
    leaveUnread(ctx);
    if (wait > 0) return tooMany(ctx, frame, wait);
    show(ctx, 404, frame, pages().failedPage(frame.words.followLinkUnknown, frame));
  }

  const linkFrame = (ctx: Context, language: Language): Frame =>
    site.frame(ctx, language, (other) => pagePath(ctx.path, other));

  async function answer(ctx: Context, language: Language): Promise<boolean> {
    const [, kind, token = ''] = LINK.exec(ctx.path) ?? [];
    if (kind === undefined) {
      if (!follow().isOpen()) return false;
      await (ctx.method === 'POST' ? receiveForm(ctx, language) : showForm(ctx, language));
      return true;
    }
    await (kind === 'confirm'
      ? answerConfirmation(ctx, token, language)
      : answerLeaving(ctx, token, language));
    // Addresses with a token are for nobody else.
    ctx.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    return true;
  }

  return async (ctx) => {
    if (ctx.path !== '/follow' && !LINK.test(ctx.path)) return false;
    if (!['GET', 'HEAD', 'POST'].includes(ctx.method)) return false;
    const language = readLanguage(ctx.query) ?? DEFAULT_LANGUAGE;
    if (ctx.querystring.length > longest) {
      send(ctx, 414, site.tooLong(ctx, language));
      return true;
    }
    try {
      return await answer(ctx, language);
    } catch (error) {
      if (ctx.req.destroyed && !ctx.req.complete) {
        // Nobody receives it; the access log records it.
        ctx.status = 400;
        return true;
      }
      strapi.log.error(nameOf(error));
      ctx.set('Retry-After', String(RETRY_SECONDS));
      const frame = site.frame(ctx, language, (other) => pagePath('/', other));
      const status = isDatabaseUnavailable(error) ? 503 : 500;
      show(ctx, status, frame, pages().failedPage(frame.words.followNotNow, frame));
      return true;
    }
  };
}

/** What was sent, to be shown to its sender again. */
const shown = ({ email = '', rhythm = '' }: Fields): { email: string; rhythm: string } => ({
  email: email.slice(0, 254),
  rhythm,
});

/** A body that is not read any more ends its connection. */
function leaveUnread(ctx: Context): void {
  if (!ctx.req.complete) ctx.set('Connection', 'close');
}

/** An error for the log: the message of a database's error repeats the statement, with an address in it. */
function nameOf(error: unknown): string {
  const {
    name,
    code,
    stack = '',
  } = (error instanceof Error ? error : {}) as Partial<Error> & { code?: unknown };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [
    `Following by mail failed: ${name ?? 'unknown error'}${typeof code === 'string' ? ` (${code})` : ''}`,
    ...frames,
  ].join('\n');
}
