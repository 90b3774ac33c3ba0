import type { UID } from '@strapi/strapi';
import type { Rule } from '../rule';
import { SLUG_FORM } from '../slug';

/**
 * The slug can stand in an address, belongs to no other document of the type, and is the published one
 * where there is a published version.
 * @param nameField what the other document is called in the message
 */
export function ownSlug(nameField: string): Rule {
  return async ({ strapi, uid, entry: { slug, documentId }, publishedSlug }) => {
    const path = ['slug'];
    if (publishedSlug && publishedSlug !== slug) {
      return [{ path, code: 'slug-published', values: { value: publishedSlug } }];
    }
    if (!slug) return [];
    if (!SLUG_FORM.test(slug)) return [{ path, code: 'slug-form', values: { value: slug } }];
    const other = await strapi.db.query(uid as UID.ContentType).findOne({
      select: ['documentId', nameField],
      where: { slug, documentId: { $ne: documentId } },
    });
    return other
      ? [{ path, code: 'slug-taken', values: { value: slug, other: other[nameField] ?? other.documentId } }]
      : [];
  };
}
