import type { Context } from 'koa';
import { WorkflowError } from './errors';

/** Strapi's action of reading documents in the panel. */
export const READ = 'plugin::content-manager.explorer.read';

/** Permissions of a user of the panel. */
export interface PanelAbility {
  can(action: string, subject?: unknown, field?: string): boolean;
}

/** Whether an ability may read documents of a content type, or one field of them. */
export const canRead = (ability: PanelAbility, contentType: string, field?: string): boolean =>
  ability.can(READ, contentType, field);

/** Whether the user of the panel may read documents of a content type. */
export const mayRead = (ctx: Context, contentType: string): boolean =>
  canRead(ctx.state.userAbility as PanelAbility, contentType);

/** @throws WorkflowError 403 that names the permission */
export function assertMayRead(ctx: Context, contentType: string): void {
  if (mayRead(ctx, contentType)) return;
  throw new WorkflowError({
    status: 403,
    code: 'READ_NOT_ALLOWED',
    values: { permission: READ },
    details: { permission: READ },
  });
}

/**
 * For pages and actions of the panel with a permission of their own.
 * @throws WorkflowError 403 that names it
 */
export function assertAllowed(ability: PanelAbility, permission: string): void {
  if (ability.can(permission)) return;
  throw new WorkflowError({
    status: 403,
    code: 'PAGE_NOT_ALLOWED',
    values: { permission },
    details: { permission },
  });
}
