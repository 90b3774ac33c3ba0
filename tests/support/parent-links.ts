import { adminToken, createFullAccessToken } from './accounts';
import { jsonRequest, type JsonResponse } from './json-request';
import { bootTracker, type Tracker } from './tracker';

export const COMMITMENT = 'api::commitment.commitment';
export const MILESTONE = 'api::milestone.milestone';
export const REPORT = 'api::progress-report.progress-report';

export interface Answer {
  data: { documentId: string; [field: string]: unknown };
  results?: { documentId: string }[];
  error?: {
    message: string;
    details: {
      code?: string;
      errors?: { path: (string | number)[]; code: string; messages: { en: string; ka: string } }[];
    };
  };
}

type Documents = ReturnType<Tracker['strapi']['documents']>;
type Request = (method: string, path: string, body?: object) => Promise<JsonResponse<Answer>>;

/** An application with the ways in which a document is given a parent. */
export interface ParentLinks {
  tracker: Tracker;
  /** An API token that may do everything. */
  token: string;
  /** A token of a super admin in the panel. */
  panel: string;
  documents(uid: string): Documents;
  /** A request of the content API; the body is its `data`. */
  api: Request;
  /** A request of the content manager. */
  inPanel: Request;
  /** The parents of a milestone in each version: `ka draft`, `en published` and so on. */
  parentsOf(documentId: string): Promise<Record<string, string | undefined>>;
  /** How many rows of a type there are. */
  count(uid: string, where: object): Promise<number>;
}

/** Boots the application for tests of what belongs to what. */
export async function bootForParentLinks(): Promise<ParentLinks> {
  const tracker = await bootTracker();
  const token = await createFullAccessToken(tracker);
  const panel = await adminToken(tracker);
  return {
    tracker,
    token,
    panel,
    documents: (uid) => tracker.strapi.documents(uid as typeof MILESTONE) as Documents,
    api: (method, path, data) =>
      jsonRequest<Answer>(`${tracker.url}/api/${path}`, { method, token, ...(data && { body: { data } }) }),
    inPanel: (method, path, body) =>
      jsonRequest<Answer>(`${tracker.url}/content-manager/${path}`, { method, token: panel, body }),
    parentsOf: async (documentId) => {
      const rows: {
        locale: string;
        publishedAt: string | null;
        commitment?: { documentId: string } | null;
      }[] = await tracker.strapi.db
        .query(MILESTONE)
        .findMany({ where: { documentId }, populate: ['commitment'] });
      return Object.fromEntries(
        rows.map((row) => [
          `${row.locale} ${row.publishedAt ? 'published' : 'draft'}`,
          row.commitment?.documentId,
        ]),
      );
    },
    count: (uid, where) => tracker.strapi.db.query(uid as typeof MILESTONE).count({ where }),
  };
}

/** What `parentsOf` says of a milestone that has one parent in every version. */
export const everywhere = (parent: string): Record<string, string> => ({
  'ka draft': parent,
  'en draft': parent,
  'ka published': parent,
  'en published': parent,
});

/** Expects one field to be refused, with words in both languages. */
export function expectRefusal(answer: { status: number; body: Answer }, path: string[], code: string): void {
  expect([answer.status, answer.body.error?.details.errors]).toEqual([
    400,
    [expect.objectContaining({ path, code })],
  ]);
  const { en, ka } = answer.body.error!.details.errors![0]!.messages;
  expect([en, ka]).toEqual([expect.stringMatching(/[a-z]{3}/), expect.stringMatching(/[ა-ჰ]{3}/)]);
}
