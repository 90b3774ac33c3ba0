import { hostRequire } from './host';
import { jsonRequest, type JsonResponse } from './json-request';
import type { Tracker } from './tracker';

export const COMMENT = 'api::comment.comment';
/** Nothing public may ever hold it. */
export const SECRET_MAIL = 'secret.address@example.org';

/** Settings of tests that are about something else than limits. */
export const NO_LIMITS = {
  COMMENTS_PER_ADDRESS: '0',
  COMMENTS_PER_COMMITMENT: '0',
  COMMENTS_REPORTS_PER_ADDRESS: '0',
  COMMENTS_PROOF_OF_WORK: 'false',
};

export interface FieldError {
  path: string[];
  code: string;
  message: string;
  messages: Record<string, string>;
}

export interface Answer {
  data: { documentId: string; moderationStatus: string } | null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { code: string; errors?: FieldError[] };
  };
}

let written = 0;

/** A comment like many: another text each time, so that none counts as repeated. */
export const writtenComment = (): { authorName: string; authorEmail: string; body: string } => ({
  authorName: 'ნინო',
  authorEmail: SECRET_MAIL,
  body: `კომენტარი ნომერი ${(written += 1)}`,
});

/** Sends a comment as a form does. */
export const sendComment = (
  { url }: Pick<Tracker, 'url'>,
  commitment: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<JsonResponse<Answer>> =>
  jsonRequest<Answer>(`${url}/api/commitments/${commitment}/comments`, { body: { data }, headers });

/** What is wrong, as `field code`. */
export const fieldCodes = ({ body }: JsonResponse<Answer>): string[] =>
  (body.error.details.errors ?? []).map(({ path, code }) => `${path.join('.')} ${code}`).sort();

/** Makes moves of the moderation as the application itself. */
export async function moderate(
  { strapi }: Pick<Tracker, 'strapi'>,
  documentId: string,
  ...transitions: string[]
): Promise<void> {
  const workflows = strapi.plugin('accountability').service('workflows');
  for (const transition of transitions) {
    await workflows.move({
      contentType: COMMENT,
      documentId,
      workflow: 'moderation',
      transition,
      reason: 'because',
    });
  }
}

/** Sends a comment and has it approved; its documentId. */
export async function approvedComment(
  tracker: Tracker,
  commitment: string,
  data: object = {},
): Promise<string> {
  const { body } = await sendComment(tracker, commitment, { ...writtenComment(), ...data });
  const documentId = body.data!.documentId;
  await moderate(tracker, documentId, 'approve');
  return documentId;
}

/** The stored row of a comment, private columns and all. */
export const storedComment = (
  { strapi }: Pick<Tracker, 'strapi'>,
  documentId: string,
): Promise<Record<string, unknown>> => strapi.db.query(COMMENT).findOne({ where: { documentId } });

/** Asks for a challenge and solves it, as a page does. */
export async function solveProof({ url }: Pick<Tracker, 'url'>): Promise<string> {
  const { solveChallenge } = hostRequire('altcha-lib') as typeof import('altcha-lib');
  const { deriveKey } = hostRequire(
    'altcha-lib/algorithms/pbkdf2',
  ) as typeof import('altcha-lib/algorithms/pbkdf2');
  const { body: challenge } = await jsonRequest<Parameters<typeof solveChallenge>[0]['challenge']>(
    `${url}/api/comments/challenge`,
  );
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
