import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { entityTag, isNotModified, lastModified } from '../http/conditional';
import { applicationVersion } from '../http/application-version';
import type { Revision } from '../datasets/revision';

const REVALIDATE = 'public, max-age=0, must-revalidate';

/** A response whose validators are known before its body. */
export interface Answer {
  readonly mediaType: string;
  /** The revision of the data. Read before the body: a body may be newer than its tag, never older. */
  readonly revision: Revision;
  /** Other inputs of the body: the request's address, parameters. */
  readonly parts: readonly unknown[];
  readonly headers: Readonly<Record<string, string>>;
  /** The body, and headers that depend on it. */
  body(): Promise<{ text: string; headers?: Readonly<Record<string, string>> }>;
}

/** Sends a response, or 304 where the client has it. GET and HEAD. */
export async function send(strapi: Core.Strapi, ctx: Context, answer: Answer): Promise<void> {
  const { revision, mediaType, headers } = answer;
  const { sequence, day, modified } = revision;
  const validators = {
    etag: entityTag([applicationVersion(strapi), mediaType, sequence, day, ...answer.parts]),
    modified,
  };
  const common = {
    ...headers,
    ETag: validators.etag,
    'Last-Modified': lastModified(validators),
    'Cache-Control': REVALIDATE,
  };
  if (isNotModified(ctx.headers, validators)) {
    ctx.set(common);
    ctx.status = 304;
    return;
  }
  const { text, headers: more = {} } = await answer.body();
  ctx.set({ ...common, ...more });
  ctx.status = 200;
  ctx.body = text;
  ctx.set('Content-Type', mediaType);
}
