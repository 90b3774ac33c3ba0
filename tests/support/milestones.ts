import type { Tracker } from './tracker';

type Uid = 'api::milestone.milestone' | 'api::commitment.commitment';

interface Wanted {
  title?: string;
  published?: boolean;
  data?: Record<string, unknown>;
  /** The languages it is written in, Georgian and English unless said otherwise. */
  languages?: readonly string[];
}

/** Makes a document in each of the languages; published unless said otherwise. */
const maker =
  (uid: Uid) =>
  async (
    { strapi }: Pick<Tracker, 'strapi'>,
    { title = 'Test', published = true, data = {}, languages = ['ka', 'en'] }: Wanted = {},
  ): Promise<string> => {
    const documents = strapi.documents(uid);
    const [first = '', ...others] = languages;
    const { documentId } = await documents.create({
      locale: first,
      data: { title: `${title} ${first}`, ...data },
    } as never);
    for (const locale of others)
      await documents.update({ documentId, locale, data: { title: `${title} ${locale}` } } as never);
    if (published) await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  };

export const makeCommitment = maker('api::commitment.commitment');
const milestoneMaker = maker('api::milestone.milestone');

const PARENT = 'Commitment of the milestones';

/** The published commitment of milestones whose test does not care which it is; made once in a database. */
export async function parentOfMilestones(
  tracker: Pick<Tracker, 'strapi'>,
  languages?: readonly string[],
): Promise<string> {
  const parent = await tracker.strapi.db
    .query('api::commitment.commitment')
    .findOne({ select: ['documentId'], where: { title: { $startsWith: PARENT } } });
  return (parent?.documentId as string | undefined) ?? makeCommitment(tracker, { title: PARENT, languages });
}

/** Makes a milestone, which belongs to a published commitment unless `data` says otherwise. */
export const makeMilestone = async (
  tracker: Pick<Tracker, 'strapi'>,
  { data = {}, ...wanted }: Wanted = {},
): Promise<string> =>
  milestoneMaker(tracker, {
    ...wanted,
    data:
      'commitment' in data
        ? data
        : { ...data, commitment: await parentOfMilestones(tracker, wanted.languages) },
  });

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

/** Takes a milestone from its commitment past the application: how content that is older than its rules can be. */
export async function unlink({ strapi }: Pick<Tracker, 'strapi'>, documentId: string): Promise<void> {
  const { joinTable } = strapi.db.metadata.get('api::milestone.milestone').attributes.commitment as never as {
    joinTable: { name: string; joinColumn: { name: string } };
  };
  const rows = await rowsOf({ strapi }, 'api::milestone.milestone', documentId);
  await strapi.db
    .connection(joinTable.name)
    .whereIn(
      joinTable.joinColumn.name,
      rows.map(({ id }) => id),
    )
    .delete();
}
