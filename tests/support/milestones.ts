import type { Tracker } from './tracker';

/** Makes a milestone in Georgian and English; published unless said otherwise. */
export async function makeMilestone(
  { strapi }: Pick<Tracker, 'strapi'>,
  {
    title = 'Test',
    published = true,
    data = {},
  }: { title?: string; published?: boolean; data?: Record<string, unknown> } = {},
): Promise<string> {
  return makeDocument({ strapi }, 'api::milestone.milestone', { title, published, data });
}

/** Makes a commitment in Georgian and English; published unless said otherwise. */
export async function makeCommitment(
  { strapi }: Pick<Tracker, 'strapi'>,
  {
    title = 'Test',
    published = true,
    data = {},
  }: { title?: string; published?: boolean; data?: Record<string, unknown> } = {},
): Promise<string> {
  return makeDocument({ strapi }, 'api::commitment.commitment', { title, published, data });
}

async function makeDocument(
  { strapi }: Pick<Tracker, 'strapi'>,
  uid: 'api::milestone.milestone' | 'api::commitment.commitment',
  { title, published, data }: { title: string; published: boolean; data: Record<string, unknown> },
): Promise<string> {
  const documents = strapi.documents(uid);
  const { documentId } = await documents.create({
    locale: 'ka',
    data: { title: `${title} ka`, ...data },
  } as never);
  await documents.update({ documentId, locale: 'en', data: { title: `${title} en` } } as never);
  if (published) await documents.publish({ documentId, locale: '*' } as never);
  return documentId;
}

export interface Row {
  id: number;
  locale: string;
  publishedAt: string | null;
  implementationStatus: string | null;
  assessment: string | null;
  [name: string]: unknown;
}

/** Every row of a document. */
export const rowsOf = (
  { strapi }: Pick<Tracker, 'strapi'>,
  uid: 'api::milestone.milestone' | 'api::commitment.commitment',
  documentId: string,
): Promise<Row[]> => strapi.db.query(uid).findMany({ where: { documentId } });
