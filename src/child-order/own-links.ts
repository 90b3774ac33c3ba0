import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { VersionStatus } from '../locale-sync/align';
import type { ChildRelation } from '../parent-links/child-relations';
import { linkTable } from '../parent-links/link-tables';
import { whereVersion } from './where-version';

/** A link of one child to a row of its parent. */
export interface OwnLink {
  /** documentId of the parent. */
  readonly parent: string;
  readonly parentId: number;
  readonly childId: number;
  readonly place: number | null;
  /** The number and the code of the child. */
  readonly order: number | null;
  readonly code: string | null;
}

/** A sibling next to a child, in one row of their parent. */
export interface Neighbour {
  readonly place: number;
  readonly order: number | null;
  readonly code: string | null;
}

/** The links of a child to its parents, draft or published, in every locale: a few, however many siblings there are. */
export async function ownLinks(
  strapi: Core.Strapi,
  trx: Knex,
  relation: ChildRelation,
  childDocumentId: string,
  version: VersionStatus,
): Promise<OwnLink[]> {
  const { name, parent, child, order, parentRows, childRows } = linkTable(strapi, relation);
  const query = trx
    .from({ l: name })
    .join({ p: parentRows }, 'p.id', `l.${parent}`)
    .join({ c: childRows }, 'c.id', `l.${child}`)
    .where('c.document_id', childDocumentId)
    .orderBy('l.id')
    .select({
      parent: 'p.document_id',
      parentId: 'p.id',
      childId: 'c.id',
      place: `l.${order}`,
      order: 'c.order',
      code: 'c.code',
    });
  whereVersion(strapi, relation.child, query, 'c', version);
  return query;
}

/** The siblings before and behind a child in one row of its parent. */
export async function neighbours(
  strapi: Core.Strapi,
  trx: Knex,
  relation: ChildRelation,
  { parentId, childId, place }: OwnLink,
): Promise<{ before: Neighbour | undefined; behind: Neighbour | undefined }> {
  const { name, parent, child, order, childRows } = linkTable(strapi, relation);
  const nearest = (operator: '<=' | '>=', direction: 'desc' | 'asc'): Promise<Neighbour | undefined> =>
    trx
      .from({ l: name })
      .join({ c: childRows }, 'c.id', `l.${child}`)
      .where(`l.${parent}`, parentId)
      .whereNot(`l.${child}`, childId)
      .where(`l.${order}`, operator, place)
      .orderBy(`l.${order}`, direction)
      .first({ place: `l.${order}`, order: 'c.order', code: 'c.code' });
  return { before: await nearest('<=', 'desc'), behind: await nearest('>=', 'asc') };
}

/** Puts links back to where they were: Strapi recreates them when it publishes, as the last of their list. */
export async function restorePlaces(
  strapi: Core.Strapi,
  trx: Knex,
  relation: ChildRelation,
  links: readonly OwnLink[],
  former: readonly OwnLink[],
): Promise<OwnLink[]> {
  const { name, parent, child, order } = linkTable(strapi, relation);
  const restored: OwnLink[] = [];
  for (const link of links) {
    const place = former.find(({ parentId }) => parentId === link.parentId)?.place ?? link.place;
    if (place !== link.place) {
      await trx(name)
        .where({ [parent]: link.parentId, [child]: link.childId })
        .update({ [order as string]: place });
    }
    restored.push({ ...link, place });
  }
  return restored;
}
