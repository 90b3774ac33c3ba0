import type { Tracker } from './tracker';

type Uid = 'api::milestone.milestone' | 'api::commitment.commitment';

interface Wanted {
  title?: string;
  published?: boolean;
  data?: Record<string, unknown>;
}

/** Makes a document in Georgian and English; published unless said otherwise. */
const maker =
  (uid: Uid) =>
  async (
    { strapi }: Pick<Tracker, 'strapi'>,
    { title = 'Test', published = true, data = {} }: Wanted = {},
  ): Promise<string> => {
    const documents = strapi.documents(uid);
    const { documentId } = await documents.create({
      locale: 'ka',
      data: { title: `${title} ka`, ...data },
    } as never);
    await documents.update({ documentId, locale: 'en', data: { title: `${title} en` } } as never);
    if (published) await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  };

export const makeMilestone = maker('api::milestone.milestone');
export const makeCommitment = maker('api::commitment.commitment');

export interface Row {
  id: number;
  locale: string;
  publishedAt: string | null;
  implementationStatus: string | null;
  assessment: string | null;
  [name: string]: unknown;
}

/** Every row of a document. */
export const rowsOf = ({ strapi }: Pick<Tracker, 'strapi'>, uid: Uid, documentId: string): Promise<Row[]> =>
  strapi.db.query(uid).findMany({ where: { documentId } });
