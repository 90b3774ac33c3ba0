import path from 'node:path';
import { hostRequire } from './host';
import { jsonRequest, type JsonResponse } from './json-request';
import { ROOT } from './processes';
import type { Tracker } from './tracker';

export const COMMENT = 'api::comment.comment';
/** Nothing public may ever hold it. */
export const SECRET_MAIL = 'secret.address@example.org';

/** Settings of tests that are about something else than limits. */
export const NO_LIMITS = {
  COMMENTS_ATTEMPTS_PER_ADDRESS: '0',
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

type Altcha = typeof import('altcha-lib');
type Challenge = Parameters<Altcha['solveChallenge']>[0]['challenge'];

/** What a page sends for a challenge it has solved. */
export async function solved(challenge: Challenge): Promise<string> {
  const { solveChallenge } = hostRequire('altcha-lib') as Altcha;
  const { deriveKey } = hostRequire(
    'altcha-lib/algorithms/pbkdf2',
  ) as typeof import('altcha-lib/algorithms/pbkdf2');
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/**
 * Asks for a challenge and solves it, as a page does.
 * @param form token of the form, from an earlier challenge
 */
export async function solveProof({ url }: Pick<Tracker, 'url'>, form = ''): Promise<string> {
  const { body } = await jsonRequest<Challenge>(
    `${url}/api/comments/challenge${form && `?form=${encodeURIComponent(form)}`}`,
  );
  return solved(body);
}

type Strapi = import('@strapi/strapi').Core.Strapi;

const built = (name: string): unknown =>
  hostRequire(path.join(ROOT, 'src/plugins/accountability/dist/server/src/moderation', name));

/** A form that was shown at a moment in the past: its solved challenge and its token. */
export async function shownForm(
  { strapi }: Pick<Tracker, 'strapi'>,
  at: Date,
): Promise<{ challenge: Challenge; altcha: string; form: string }> {
  const { makeChallenge } = built(
    'challenge.js',
  ) as typeof import('../../src/plugins/accountability/server/src/moderation/challenge');
  const { secretFor } = built(
    'secrets.js',
  ) as typeof import('../../src/plugins/accountability/server/src/moderation/secrets');
  const challenge = await makeChallenge(
    secretFor(strapi as Strapi, 'challenge'),
    { cost: 1, minutes: 60 },
    undefined,
    at,
  );
  const { form } = challenge.parameters.data as { form: string };
  return { challenge: challenge as Challenge, altcha: await solved(challenge as Challenge), form };
}

/** Has the screening find whatever was sent within some seconds, so that no test has to be quick. */
export function expectSlowHands({ strapi }: Pick<Tracker, 'strapi'>, seconds: number): void {
  const { comments } = built(
    'registry.js',
  ) as typeof import('../../src/plugins/accountability/server/src/moderation/registry');
  Object.assign(comments(strapi as Strapi).screening, { quickestSeconds: seconds });
}

/** Writes comments as the moderation itself does, past its guard: contents no other way leads to. */
export const asModeration = <T>(work: () => Promise<T>): Promise<T> =>
  (
    built(
      'authorship/engine-write.js',
    ) as typeof import('../../src/plugins/accountability/server/src/moderation/authorship/engine-write')
  ).asModeration(work);
