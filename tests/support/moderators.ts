import { adminToken, type RoleCode } from './accounts';
import { COMMENT } from './comments';
import { jsonRequest, type JsonResponse } from './json-request';
import type { Tracker } from './tracker';

const MOVES = ['approve', 'reject', 'mark-spam', 'hide', 'show', 'undo'];

/** Makes a role that may do just this with comments, and nothing else in the panel. @param moves of the moderation */
export async function moderatorRole(
  { strapi }: Pick<Tracker, 'strapi'>,
  code: RoleCode,
  { actions, moves = MOVES }: { actions: string[]; moves?: string[] },
): Promise<RoleCode> {
  const role: { id: number } = await strapi.db
    .query('admin::role')
    .create({ data: { code, name: code, description: '' } });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    [
      ...actions.map((name) => `plugin::accountability.moderation.${name}`),
      ...moves.map((name) => `plugin::accountability.workflow-comment-moderation.${name}`),
    ].map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  );
  return code;
}

/** A user of the queue with what they do there. */
export async function moderator(tracker: Tracker, roles: RoleCode[]) {
  const token = await adminToken(tracker, roles);
  const address = `${tracker.url}/accountability`;
  return {
    token,
    get: <Data>(path: string, headers?: Record<string, string>): Promise<JsonResponse<{ data: Data }>> =>
      jsonRequest(`${address}/moderation/${path}`, { token, headers }),
    post: <Data>(path: string, body: object): Promise<JsonResponse<{ data: Data; error: PanelError }>> =>
      jsonRequest(`${address}/moderation/${path}`, { token, body }),
    move: (
      documentId: string,
      transition: string,
      more: object = {},
    ): Promise<JsonResponse<{ data: { to: string; version: number }; error: PanelError }>> =>
      jsonRequest(`${address}/transitions`, {
        token,
        body: { contentType: COMMENT, documentId, workflow: 'moderation', transition, ...more },
      }),
  };
}

export type Moderator = Awaited<ReturnType<typeof moderator>>;

export interface PanelError {
  status: number;
  message: string;
  details: {
    code: string;
    messages: Record<string, string>;
    current?: { state: string; version: number };
    errors?: { path: string[]; code: string }[];
  };
}
