import type { FoundDocument } from 'strapi-plugin-accountability/server';
import { jsonRequest, type JsonResponse } from './json-request';
import type { Tracker } from './tracker';

export interface SearchBody {
  data: FoundDocument[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    kinds: Record<string, number>;
    isApproximate: boolean;
    index: { sequence: number; updatedAt: string; isComplete: boolean };
  };
}

/** Searches by the API. */
export const search = (
  { url }: Pick<Tracker, 'url'>,
  q: string,
  more: Record<string, string> = {},
): Promise<JsonResponse<SearchBody>> =>
  jsonRequest<SearchBody>(`${url}/api/search?${new URLSearchParams({ q, ...more }).toString()}`);

/** Waits until the index has everything that is committed. */
export async function indexed(tracker: Pick<Tracker, 'url' | 'strapi'>): Promise<void> {
  const { strapi } = tracker;
  const { tableName } = strapi.db.metadata.get('plugin::accountability.change');
  const row = (await strapi.db.connection(tableName).max({ last: 'id' }).first()) as { last: number | null };
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const { body } = await search(tracker, 'x');
    const { sequence, isComplete } = body.meta.index;
    if (isComplete && sequence >= Number(row.last)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The index has not caught up');
}

/** A text without its marks. */
export const plainText = (parts: readonly { readonly text: string }[]): string =>
  parts.map(({ text }) => text).join('');

/** The marked parts of a text. */
export const marked = (parts: FoundDocument['title']): string[] =>
  parts.filter(({ mark }) => mark).map(({ text }) => text);

interface Written {
  uid:
    | 'api::commitment.commitment'
    | 'api::milestone.milestone'
    | 'api::partner.partner'
    | 'api::action-plan.action-plan'
    | 'api::progress-report.progress-report';
  data: Record<string, unknown>;
  /** Texts by language; the first one makes the document. */
  texts: Record<string, Record<string, unknown>>;
  published?: boolean;
}

/** Writes a document in some languages and publishes it. */
export async function write(
  { strapi }: Pick<Tracker, 'strapi'>,
  { uid, data, texts, published = true }: Written,
): Promise<string> {
  const documents = strapi.documents(uid);
  const [[first = '', firstTexts = {}] = [], ...others] = Object.entries(texts);
  const { documentId } = await documents.create({ locale: first, data: { ...data, ...firstTexts } } as never);
  for (const [locale, own] of others) await documents.update({ documentId, locale, data: own } as never);
  if (published) await documents.publish({ documentId, locale: '*' } as never);
  return documentId;
}
