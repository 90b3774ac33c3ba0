import type { UID } from '@strapi/strapi';
import type { Rule } from '../rule';
import { SLUG_FORM } from '../slug';

/**
 * The slug is valid in a URL, unique within the type, and the published one where there is a published version.
 * @param nameField the other document's title attribute, for the message
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
