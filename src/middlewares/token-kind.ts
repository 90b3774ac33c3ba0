import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { isAtOrBelow, requestLanguage } from 'strapi-plugin-accountability/server';
import { wrongTokenKind, type TokenKind } from '../access/token-kind';

interface ApiTokens {
  hash(accessKey: string): string;
}

const BEARER = /^bearer\s+(\S+)$/i;

/**
 * Strapi has tokens for the content API and tokens that act as a user of the panel, and answers the wrong kind like
 * an unknown token. This error names the required kind.
 * @throws UnauthorizedError (401) with `details.code` `WRONG_TOKEN_KIND`
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');

  async function kindOf(ctx: Context): Promise<TokenKind | null> {
    const token = BEARER.exec(ctx.headers.authorization ?? '')?.[1];
    if (!token) return null;
    const { hash } = strapi.service('admin::api-token-admin') as unknown as ApiTokens;
    const found: { kind: TokenKind | null } | null = await strapi.db
      .query('admin::api-token')
      .findOne({ select: ['id', 'kind'], where: { accessKey: hash(token) } });
    // Tokens from before the kinds were introduced are of the content API.
    return found && (found.kind ?? 'content-api');
  }

  async function explain(ctx: Context): Promise<void> {
    const needed = isAtOrBelow(ctx.path, prefix) ? 'content-api' : 'admin';
    const kind = await kindOf(ctx);
    if (kind !== null && kind !== needed) throw wrongTokenKind(kind, needed, requestLanguage(strapi));
  }

  return async (ctx: Context, next: Next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof errors.UnauthorizedError) await explain(ctx);
      throw error;
    }
    // Strapi's own check of a token answers instead of throwing.
    if (ctx.status === 401) await explain(ctx);
  };
};
