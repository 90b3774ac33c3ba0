import type { Context } from 'koa';
import { SYSTEM, type Actor } from './actor';

interface AdminUser {
  readonly id: number | string;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly email?: string;
  readonly roles?: readonly { readonly name: string }[];
}

interface Ability {
  can(action: string, subject?: unknown): boolean;
}

interface TokenAuth {
  readonly strategy?: { readonly name?: string };
  readonly credentials?: { readonly id: number | string; readonly name: string; readonly type: string };
  readonly ability?: Ability | null;
}

/** The admin user of a request to an admin route, or its admin token. */
export function adminActor(ctx: Context): Actor {
  const user = ctx.state.user as AdminUser;
  const ability = ctx.state.userAbility as Ability;
  const may = (permission: string) => ability.can(permission);
  const { strategy, credentials } = (ctx.state.auth ?? {}) as TokenAuth;
  if (strategy?.name === 'admin-token' && credentials) {
    // It has its owner's permissions; the owner did not make the move personally.
    return { kind: 'admin-token', id: String(credentials.id), name: credentials.name, label: null, may };
  }
  const name = [user.firstname, user.lastname].filter(Boolean).join(' ');
  return {
    kind: 'admin',
    id: String(user.id),
    name: name || null,
    label: user.roles?.[0]?.name ?? null,
    may,
  };
}

/** The API token of a request to the content API, null when there is none. */
export function tokenActor(ctx: Context): Actor | null {
  const auth = ctx.state.auth as TokenAuth | undefined;
  if (auth?.strategy?.name !== 'content-api-token' || !auth.credentials) return null;
  const { id, name, type } = auth.credentials;
  return {
    kind: 'api-token',
    id: String(id),
    name,
    label: null,
    may: (permission) =>
      type === 'full-access' || (type === 'custom' && auth.ability?.can(permission) === true),
  };
}

/** The actor of the running request; the application itself where there is no request. */
export function requestActor(ctx: Context | undefined): Actor {
  if (!ctx) return SYSTEM;
  const token = tokenActor(ctx);
  if (token) return token;
  return ctx.state?.user && ctx.state?.userAbility ? adminActor(ctx) : SYSTEM;
}
